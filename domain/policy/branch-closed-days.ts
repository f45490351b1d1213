import { addDays, weekdayOf, type Day } from '../values/day'
import type { BranchId } from '../values/ids'

/** Closed days one after the other, the first and the last among them. */
export interface ClosedPeriod {
  readonly from: Day
  readonly to: Day
}

/** The days on which a branch is closed. */
export interface BranchClosedDays {
  /** 0 is Sunday, 6 is Saturday. */
  readonly weekdays: ReadonlyArray<number>
  /** Days of each year, `MM-DD`. */
  readonly yearly: ReadonlyArray<string>
  readonly days: ReadonlyArray<Day>
  readonly periods: ReadonlyArray<ClosedPeriod>
}

/** Closed days, and the day from which they hold. */
interface ClosedDaysVersion {
  readonly from: Day
  readonly closedDays: ClosedDaysByBranch
}

/** The closed days of each branch. `otherwise` holds for branches that are not named. */
export interface ClosedDaysByBranch {
  readonly branches: Readonly<Partial<Record<BranchId, BranchClosedDays>>>
  readonly otherwise: BranchClosedDays
  /**
   * The closed days of all versions of the policy, by rising day: each holds from its day until that of the next, the
   * first also before it. When absent, the closed days hold on all days.
   */
  readonly versions?: readonly [ClosedDaysVersion, ...ReadonlyArray<ClosedDaysVersion>]
}

const neverClosed: BranchClosedDays = { weekdays: [], yearly: [], days: [], periods: [] }

/** No branch has closed days until the municipality names some. */
export const defaultClosedDays: ClosedDaysByBranch = { branches: {}, otherwise: neverClosed }

const closedDaysInForce = (closedDays: ClosedDaysByBranch, day: Day): ClosedDaysByBranch => {
  const { versions } = closedDays
  return versions === undefined ? closedDays : (versions.findLast(({ from }) => from <= day) ?? versions[0]).closedDays
}

/** Whether a day is among these closed days. */
export const isAmongClosedDays =
  ({ weekdays, yearly, days, periods }: BranchClosedDays) =>
  (day: Day): boolean =>
    weekdays.includes(weekdayOf(day)) ||
    yearly.includes(day.slice(5)) ||
    days.includes(day) ||
    periods.some(({ from, to }) => from <= day && day <= to)

/** Whether a branch is closed on a day: by the closed days in force on that day, as far as they are known. */
export const isBranchClosed =
  (closedDays: ClosedDaysByBranch) =>
  (branch: BranchId) =>
  (day: Day): boolean => {
    const inForce = closedDaysInForce(closedDays, day)
    return isAmongClosedDays(inForce.branches[branch] ?? inForce.otherwise)(day)
  }

/** Whether any branch is closed on a day, those included that are not named. */
export const isAnyBranchClosed =
  (closedDays: ClosedDaysByBranch) =>
  (day: Day): boolean => {
    const { branches, otherwise } = closedDaysInForce(closedDays, day)
    return [otherwise, ...Object.values(branches)].some((each) => each !== undefined && isAmongClosedDays(each)(day))
  }

/** The search for an open day ends here, in days. A branch that never opens keeps the day as it is. */
export const openDaySearchLimitInDays = 366

/**
 * The day itself when the branch is open, or else the next day on which it is. Due days and pick-up deadlines are moved
 * this way, always to a later day.
 */
export const firstBranchOpeningDayFrom =
  (closedDays: ClosedDaysByBranch) =>
  (branch: BranchId) =>
  (day: Day): Day => {
    const closed = isBranchClosed(closedDays)(branch)
    for (let days = 0; days < openDaySearchLimitInDays; days += 1) {
      const candidate = days === 0 ? day : addDays(days)(day)
      if (!closed(candidate)) return candidate
    }
    return day
  }
