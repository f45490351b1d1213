import { addDays, weekday, type Day } from '../values/day'
import type { BranchId } from '../values/ids'

/** When a branch is closed. */
export interface Closed {
  /** 0 is Sunday, 6 is Saturday. */
  readonly weekdays: ReadonlyArray<number>
  /** Days of every year, `MM-DD`. */
  readonly yearly: ReadonlyArray<string>
  readonly days: ReadonlyArray<Day>
}

/** When each branch is closed; a branch that is not named is closed as `otherwise` says. */
export interface ClosingDays {
  readonly branches: Readonly<Partial<Record<BranchId, Closed>>>
  readonly otherwise: Closed
}

const neverClosed: Closed = { weekdays: [], yearly: [], days: [] }

/** Every branch opens every day until a municipality says when it does not. */
export const defaultClosingDays: ClosingDays = { branches: {}, otherwise: neverClosed }

export const isClosed =
  (closing: ClosingDays) =>
  (branch: BranchId) =>
  (day: Day): boolean => {
    const closed = closing.branches[branch] ?? closing.otherwise
    return closed.weekdays.includes(weekday(day)) || closed.yearly.includes(day.slice(5)) || closed.days.includes(day)
  }

/** No branch is closed for longer than this; without it, one that never opens would have no due days. */
const longestClosing = 366

/**
 * The day itself, or the first one after it on which the branch opens: due days and pick-up deadlines move off a
 * branch's closing days, and always to a later day.
 */
export const movedOffClosingDays =
  (closing: ClosingDays) =>
  (branch: BranchId) =>
  (day: Day): Day => {
    const closed = isClosed(closing)(branch)
    for (let days = 0; days < longestClosing; days += 1) {
      const candidate = addDays(days)(day)
      if (!closed(candidate)) return candidate
    }
    return day
  }
