import type { FeeItem } from '../fee/fee-item'
import type { BorrowerFee } from '../ports/decision-queries'
import type { Day } from '../values/day'
import type { BorrowerId, FeeId } from '../values/ids'
import { lastDayOwed, owedForLateness, type LatenessFeeBasis } from '../policy/fee-policy'
import { daysOverdueOn } from '../policy/fees-by-days-overdue'
import type { Policy } from '../policy/policy'
import { followUpToFee, type FollowUp } from './follow-up'

/** A loan whose period ended late. */
export interface LateLoanForFee extends LatenessFeeBasis, Omit<FeeItem, 'daysOverdue'> {
  readonly borrower: BorrowerId
  readonly lentOn: Day
  /** The day of return, of renewal, or of billing as lost. */
  readonly occasion: Day
}

/** What a fee says of the late loan. */
export const feeItemOf = ({ copy, title, name, dueOn, occasion }: LateLoanForFee): FeeItem => ({
  copy,
  title,
  name,
  daysOverdue: daysOverdueOn(dueOn)(occasion),
})

/** A fee for lateness that was levied for an occasion. */
export type FeeOfOccasion = Pick<BorrowerFee, 'fee' | 'ending'>

/**
 * "One fee for each (original loan date, due date, return occasion), whatever the number of items": the first late loan
 * of an occasion levies the fee, and each further one joins it, unless it was cancelled. `feeOfThisLoan` is the id that a
 * fee levied by this loan has. When the occasion's fees include it, this loan has levied the fee before: levying it again
 * changes nothing.
 */
export const feeFollowUpsOfLateLoan =
  (policy: Policy, feesOfOccasion: ReadonlyArray<FeeOfOccasion>, feeOfThisLoan: FeeId) =>
  (lateLoan: LateLoanForFee): ReadonlyArray<FollowUp> => {
    const amount = owedForLateness(policy.fees)(lateLoan.occasion)(lateLoan)
    if (amount === 0) return []
    const { borrower, lentOn, dueOn, occasion } = lateLoan
    const item = feeItemOf(lateLoan)
    const first = feesOfOccasion.find(({ ending }) => ending !== 'cancelled')?.fee
    return first === undefined || feesOfOccasion.some(({ fee }) => fee === feeOfThisLoan)
      ? [
          followUpToFee(feeOfThisLoan, {
            type: 'LevyFee',
            fee: feeOfThisLoan,
            kind: 'lateness',
            borrower,
            amount,
            lentOn,
            dueOn,
            occasion,
            owedUntil: lastDayOwed(policy.fees)(occasion),
            items: [item],
          }),
        ]
      : [followUpToFee(first, { type: 'JoinFee', fee: first, borrower, item })]
  }
