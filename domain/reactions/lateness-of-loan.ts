import type { BorrowerFee } from '../ports/decision-queries'
import type { LateLoan } from './fee-for-lateness'

/** What a loan owes for lateness as the log has it now, and what was levied. */
export interface LatenessOfLoan {
  /** Each renewal after the due day, and the end after it, with those of other loans of the same copy, borrower and day. */
  readonly owed: ReadonlyArray<LateLoan>
  /** The borrower's fees for lateness of loans made on the same day, those for other copies and those settled included. */
  readonly levied: ReadonlyArray<BorrowerFee>
}
