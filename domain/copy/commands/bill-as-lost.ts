import { either as E } from 'fp-ts'
import { daysFrom, type Day } from '../../values/day'
import type { LoanId } from '../../values/ids'
import type { Policy } from '../../policy/policy'
import type { Decision } from '../decision'
import { CopyBilledAsLost } from '../events/copy-billed-as-lost'
import { refuse, refuseAsItIs } from '../refusal'

/** Counts a copy as lost that was not returned long after its due day. Its loan ends. */
export interface BillAsLost {
  readonly type: 'BillAsLost'
  readonly loan: LoanId
  readonly day: Day
}

/** "Bill for compensation at 35 days" after the due day, and not before. */
export const billAsLost =
  (policy: Policy) =>
  ({ loan, day }: BillAsLost): Decision =>
  (state) => {
    if (state._tag !== 'OnLoan') return refuseAsItIs(state)
    if (state.loan !== loan) return refuse({ _tag: 'LoanIsOver' })
    const { item, branch, lentOn, details } = state
    if (details._tag === 'Erased') return refuse({ _tag: 'LoanIsForgotten' })
    const { borrower, dueOn, borrowerGroup, ageClass } = details.value
    if (daysFrom(dueOn)(day) < policy.billedAfterDays)
      return refuse({ _tag: 'LoanIsNotOverdueEnough', days: policy.billedAfterDays })
    const { copy, title, name, price } = item
    return E.right([
      CopyBilledAsLost(
        { loan, copy, title, branch, billedOn: day },
        { loan: { borrower, lentOn, dueOn, borrowerGroup, ageClass, name, price } },
      ),
    ])
  }
