import { addDays, type Day } from '../values/day'
import type { BranchId } from '../values/ids'
import { firstBranchOpeningDayFrom, isAnyBranchClosed, openDaySearchLimitInDays } from './branch-closed-days'
import type { Policy } from './policy'

type WithClosedDays = Pick<Policy, 'closedDays'>

/** The day on which a recorded due day or pick-up deadline of a branch falls. */
export type EffectiveDeadline = (branch: BranchId) => (recorded: Day) => Day

/**
 * A due day and a pick-up deadline are recorded as open days of the branch. When the branch is closed on the recorded day
 * after all, because a closed day was added later, the deadline falls on the next open day. No event records this: it is
 * computed wherever a deadline is compared or shown. A version of the policy closes no day before it is in force, so a
 * deadline that had passed before stays.
 */
export const effectiveDeadline = ({ closedDays }: WithClosedDays): EffectiveDeadline =>
  firstBranchOpeningDayFrom(closedDays)

/**
 * The recorded days whose deadlines may fall on a day: the day itself, and the days before it on each of which some branch
 * is closed, without an interruption.
 */
export const recordedDeadlinesFallingOn =
  ({ closedDays }: WithClosedDays) =>
  (day: Day): ReadonlyArray<Day> => {
    const days = [day]
    for (let back = 1; back < openDaySearchLimitInDays; back += 1) {
      const earlier = addDays(-back)(day)
      if (!isAnyBranchClosed(closedDays)(earlier)) break
      days.push(earlier)
    }
    return days
  }
