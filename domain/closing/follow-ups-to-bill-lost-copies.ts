import { daysBetween, type Day } from '../values/day'
import type { CopyId, LoanId } from '../values/ids'
import type { Policy } from '../policy/policy'
import { followUpToCopy, type FollowUp } from '../reactions/follow-up'

/** A loan that is open when a day closes. */
export interface RunningLoanAtClosing {
  readonly loan: LoanId
  readonly copy: CopyId
  readonly dueOn: Day
}

/** "Bill for compensation at 35 days": the closing of the 35th day after the due day bills the copy. */
export const followUpsToBillLostCopies =
  (policy: Policy) =>
  (closing: Day) =>
  (loans: ReadonlyArray<RunningLoanAtClosing>): ReadonlyArray<FollowUp> =>
    loans
      .filter(({ dueOn }) => daysBetween(dueOn)(closing) >= policy.billedAfterDays)
      .map(({ loan, copy }) => followUpToCopy(copy, { type: 'BillAsLost', loan, day: closing }))
