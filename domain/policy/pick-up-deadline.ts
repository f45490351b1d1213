import { pipe } from 'fp-ts/function'
import { addDays, type Day } from '../values/day'
import type { BranchId } from '../values/ids'
import { movedOffClosingDays } from './closing-days'
import type { Policy } from './policy'

/** The last day on which a copy can be picked up at a branch, when it is made ready on the given day. */
export const pickUpDeadline =
  (policy: Policy) =>
  (branch: BranchId) =>
  (day: Day): Day =>
    pipe(day, addDays(policy.pickUp.days), movedOffClosingDays(policy.closingDays)(branch))
