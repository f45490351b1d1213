import { daysFrom, type Day } from '../values/day'
import type { CopyId, LoanId } from '../values/ids'
import type { Policy } from '../policy/policy'
import { toCopy, type FollowUp } from '../reactions/follow-up'

/** A loan that runs when a day closes. */
export interface RunningLoan {
  readonly loan: LoanId
  readonly copy: CopyId
  readonly dueOn: Day
}

/** "Bill for compensation at 35 days": a copy is billed with the closing of the 35th day after its due day. */
export const billLostCopies =
  (policy: Policy) =>
  (closing: Day) =>
  (loans: ReadonlyArray<RunningLoan>): ReadonlyArray<FollowUp> =>
    loans
      .filter(({ dueOn }) => daysFrom(dueOn)(closing) >= policy.billedAfterDays)
      .map(({ loan, copy }) => toCopy(copy, { type: 'BillAsLost', loan, day: closing }))
