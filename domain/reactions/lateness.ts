import type { FeeItem } from '../fee/fee-item'
import type { Day } from '../values/day'
import type { BorrowerId, FeeId } from '../values/ids'
import { owedForLateness, type LateLoan } from '../policy/fee-policy'
import { daysOverdue } from '../policy/fee-table'
import type { Policy } from '../policy/policy'
import { toFee, type FollowUp } from './follow-up'

/** A loan that has ended, as its last event tells of it. */
export interface EndedLoan extends LateLoan, Omit<FeeItem, 'daysOverdue'> {
  readonly borrower: BorrowerId
  readonly lentOn: Day
  /** The day of return, or of billing as lost. */
  readonly endedOn: Day
}

/** What a fee says of a loan that has ended. */
export const itemOf = ({ copy, title, name, dueOn, endedOn }: EndedLoan): FeeItem => ({
  copy,
  title,
  name,
  daysOverdue: daysOverdue(dueOn)(endedOn),
})

/**
 * "One fee for each (original loan date, due date, return occasion), whatever the number of items": the first late
 * loan of an occasion levies its fee, and each further one joins it. `own` is the id that a fee of this loan has; found
 * among the fees of the occasion, it says that this loan has levied before.
 */
export const lateness =
  (policy: Policy, ofOccasion: ReadonlyArray<FeeId>, own: FeeId) =>
  (late: EndedLoan): ReadonlyArray<FollowUp> => {
    const amount = owedForLateness(policy.fees)(late.endedOn)(late)
    if (amount === 0) return []
    const { borrower, lentOn, dueOn, endedOn: occasion } = late
    const item = itemOf(late)
    const [first] = ofOccasion
    return first === undefined || ofOccasion.includes(own)
      ? [
          toFee(own, {
            type: 'LevyFee',
            fee: own,
            kind: 'lateness',
            borrower,
            amount,
            lentOn,
            dueOn,
            occasion,
            items: [item],
          }),
        ]
      : [toFee(first, { type: 'JoinFee', fee: first, borrower, item })]
  }
