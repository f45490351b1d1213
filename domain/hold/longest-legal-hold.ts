import type { Day } from '../values/day'
import { addMonths, isLastDayOfMonth, lastDayOfMonth, monthOf } from '../values/month'

/** A hold, and each prolongation of it, ends within so many months. Then somebody must look at it again. */
export const longestLegalHoldMonths = 12

/** The latest last day of a hold that is set or prolonged on a day. */
export const latestLastDayOfLegalHold = (on: Day): Day => lastDayOfMonth(addMonths(longestLegalHoldMonths)(monthOf(on)))

/**
 * Whether a hold that is set or prolonged on a day may end with another: that is the last day of a month, so that many
 * holds end together and the day tells little, and at most twelve months away.
 */
export const isAllowedLastDayOfLegalHold =
  (on: Day) =>
  (lastDay: Day): boolean =>
    isLastDayOfMonth(lastDay) && lastDay >= on && lastDay <= latestLastDayOfLegalHold(on)
