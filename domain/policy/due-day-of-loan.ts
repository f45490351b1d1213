import { pipe } from 'fp-ts/function'
import { addDays, laterDayOf, type Day } from '../values/day'
import type { BranchId } from '../values/ids'
import type { BorrowerGroup } from './borrower-group'
import { firstBranchOpeningDayFrom } from './branch-closed-days'
import { loanPeriod } from './loan-period'
import type { MaterialGroup } from './material-group'
import type { Policy } from './policy'

interface LoanTerms {
  readonly material: MaterialGroup
  readonly group: BorrowerGroup
  readonly branch: BranchId
}

/** The due day of a loan made or renewed on a day: the loan period later, moved to an open day of the branch. */
export const dueDayOfLoan =
  (policy: Policy) =>
  ({ material, group, branch }: LoanTerms) =>
  (day: Day): Day =>
    pipe(
      day,
      addDays(loanPeriod(policy.loanPeriods)(material, group) ?? policy.loanPeriods.otherwise),
      firstBranchOpeningDayFrom(policy.closedDays)(branch),
    )

/** The due day after a renewal, counted from the day of renewal. It is never earlier than the one before. */
export const renewedDueDay =
  (policy: Policy) =>
  (loan: LoanTerms & { readonly dueOn: Day }) =>
  (day: Day): Day =>
    laterDayOf(loan.dueOn)(dueDayOfLoan(policy)(loan)(day))
