import { instantOfTime, type Instant } from '../values/instant'
import { weekdayOf, type Day } from '../values/day'
import type { Branch } from './branch'
import { isBranchThere } from './branch'
import { isBranchClosed } from './branch-closed-days'
import type { Policy } from './policy'
import { weekdays } from './weekday'

/** A part of a day, from its first moment to the first one after it. */
export interface Period {
  readonly from: Instant
  readonly until: Instant
}

/** When a branch is open on a day: undefined when it is closed, or when the policy gives no hours for this weekday. */
export const openingPeriodOf =
  ({ closedDays }: Pick<Policy, 'closedDays'>) =>
  (day: Day) =>
  (branch: Branch): Period | undefined => {
    const weekday = weekdays[weekdayOf(day)]
    const hours = weekday === undefined ? undefined : branch.openingHours?.[weekday]
    if (hours === undefined || !isBranchThere(day)(branch) || isBranchClosed(closedDays)(branch.code)(day))
      return undefined
    const [opens = '', closes = ''] = hours.split('-')
    return { from: instantOfTime(day)(opens), until: instantOfTime(day)(closes) }
  }
