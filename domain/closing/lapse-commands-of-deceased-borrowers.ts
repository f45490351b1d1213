import type { LapseBorrower } from '../borrower/commands/lapse-borrower'
import { noObligations } from '../policy/borrower-obligations'
import type { BorrowerId } from '../values/ids'
import type { Month } from '../values/month'

/**
 * One command for each borrower who has died and does not lapse for inactivity. What is open is read when the command is
 * handled, under the lock of the borrower.
 */
export const lapseCommandsOfDeceasedBorrowers =
  (month: Month) =>
  (inactive: ReadonlyArray<LapseBorrower>) =>
  (deceased: ReadonlyArray<BorrowerId>): ReadonlyArray<LapseBorrower> =>
    deceased
      .filter((borrower) => !inactive.some((command) => command.borrower === borrower))
      .map((borrower) => ({ type: 'LapseBorrower', borrower, month, obligations: noObligations }))
