import type { EndGuardianship } from '../borrower/commands/end-guardianship'
import type { BorrowerId, GuardianId } from '../values/ids'
import type { Month } from '../values/month'

/** A guardianship that ends when a month closes: the borrower has come of age, and owes no fee from before. */
export interface GuardianshipOverAtClosing {
  readonly borrower: BorrowerId
  readonly guardian: GuardianId
}

/** One command for each guardianship that ends with the month. */
export const endGuardianshipCommandsOfMonth =
  (month: Month) =>
  (guardianships: ReadonlyArray<GuardianshipOverAtClosing>): ReadonlyArray<EndGuardianship> =>
    guardianships.map(({ borrower, guardian }) => ({ type: 'EndGuardianship', borrower, guardian, month }))
