import { pipe } from 'fp-ts/function'
import { addDays, laterOf, type Day } from '../values/day'
import type { BranchId } from '../values/ids'
import type { BorrowerGroup } from './borrower-group'
import { movedOffClosingDays } from './closing-days'
import { loanPeriod } from './loan-period'
import type { MaterialGroup } from './material-group'
import type { Policy } from './policy'

interface Loan {
  readonly material: MaterialGroup
  readonly group: BorrowerGroup
  readonly branch: BranchId
}

/** The due day of what is lent, or renewed, on a day: the loan period later, moved off the branch's closing days. */
export const dueDay =
  (policy: Policy) =>
  ({ material, group, branch }: Loan) =>
  (day: Day): Day =>
    pipe(
      day,
      addDays(loanPeriod(policy.loanPeriods)(material, group) ?? policy.loanPeriods.otherwise),
      movedOffClosingDays(policy.closingDays)(branch),
    )

/** The due day after a renewal: counted from the day of renewal, and never earlier than the one before. */
export const renewedDueDay =
  (policy: Policy) =>
  (loan: Loan & { readonly dueOn: Day }) =>
  (day: Day): Day =>
    laterOf(loan.dueOn)(dueDay(policy)(loan)(day))
