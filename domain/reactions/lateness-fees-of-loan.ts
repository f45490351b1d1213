import type { BorrowerFee } from '../ports/decision-queries'
import type { LateLoanForFee } from './fee-follow-ups-of-late-loan'

/** What a loan owes for lateness as the log has it now, and what was levied. */
export interface LatenessFeesOfLoan {
  /** Renewals and the end after the due day, with those of other loans of the same copy, borrower and day. */
  readonly owed: ReadonlyArray<LateLoanForFee>
  /** The borrower's fees for lateness of loans made on that day, for any copy, those settled or cancelled included. */
  readonly levied: ReadonlyArray<BorrowerFee>
}
