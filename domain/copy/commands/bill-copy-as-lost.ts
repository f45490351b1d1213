import { either as E } from 'fp-ts'
import { daysBetween, type Day } from '../../values/day'
import type { LoanId } from '../../values/ids'
import type { Policy } from '../../policy/policy'
import type { DecideFromState } from '../decide-copy-from-state'
import { CopyBilledAsLost } from '../events/copy-billed-as-lost'
import { refuseCopyCommand, refuseInCopyState } from '../copy-refusal'
import { dayOfLending } from '../copy-state'
import { withdrawnEventAfterLoanEnd } from '../withdrawn-event-after-loan-end'

/** Bills a copy that was not returned long after its due day. The copy counts as lost, and the loan ends. */
export interface BillCopyAsLost {
  readonly type: 'BillAsLost'
  readonly loan: LoanId
  readonly day: Day
}

/** "Bill for compensation at 35 days" after the due day, not earlier. */
export const decideBillCopyAsLost =
  (policy: Policy) =>
  ({ loan, day }: BillCopyAsLost): DecideFromState =>
  (state) => {
    if (state._tag !== 'OnLoan') return refuseInCopyState(state)
    if (state.loan !== loan) return refuseCopyCommand({ _tag: 'LoanIsOver' })
    if (state.claimedOn !== undefined) return refuseCopyCommand({ _tag: 'LoanIsClaimedReturned' })
    const { item, branch, details } = state
    if (details._tag === 'Erased') return refuseCopyCommand({ _tag: 'LoanIsForgotten' })
    const { borrower, dueOn, borrowerGroup, ageClass } = details.value
    if (daysBetween(dueOn)(day) < policy.billedAfterDays)
      return refuseCopyCommand({ _tag: 'LoanIsNotOverdueEnough', days: policy.billedAfterDays })
    const { copy, title, name, price } = item
    return E.right([
      CopyBilledAsLost(
        { loan, copy, title, branch, billedOn: day },
        { loan: { borrower, lentOn: dayOfLending(state), dueOn, borrowerGroup, ageClass, name, price } },
      ),
      ...withdrawnEventAfterLoanEnd(state),
    ])
  }
