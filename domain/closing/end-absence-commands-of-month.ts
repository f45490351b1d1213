import type { EndAbsence } from '../borrower/commands/end-absence'
import type { AbsenceId, BorrowerId } from '../values/ids'
import type { Month } from '../values/month'

/** An absence period that is over when a month closes. */
export interface AbsenceOverAtClosing {
  readonly borrower: BorrowerId
  readonly absence: AbsenceId
}

/** One command for each absence period that is over with the month. */
export const endAbsenceCommandsOfMonth =
  (month: Month) =>
  (absences: ReadonlyArray<AbsenceOverAtClosing>): ReadonlyArray<EndAbsence> =>
    absences.map(({ borrower, absence }) => ({ type: 'EndAbsence', borrower, absence, month }))
