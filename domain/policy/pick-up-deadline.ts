import { pipe } from 'fp-ts/function'
import { addDays, type Day } from '../values/day'
import type { BranchId } from '../values/ids'
import { firstBranchOpeningDayFrom } from './branch-closed-days'
import { pickUpDaysAt } from './pick-up-policy'
import type { Policy } from './policy'

/** The last day to pick up a copy at a branch, by the day on which it is made ready. */
export const pickUpDeadline =
  (policy: Policy) =>
  (branch: BranchId) =>
  (day: Day): Day =>
    pipe(day, addDays(pickUpDaysAt(policy.pickUp)(branch)), firstBranchOpeningDayFrom(policy.closedDays)(branch))
