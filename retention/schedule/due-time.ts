import { pipe } from 'fp-ts/function'
import { addDays, type Day } from '../../domain/values/day'
import { addMonths, halfYearOfMonth, isMonth, type HalfYear, type Month } from '../../domain/values/month'
import { lapseMonthOf } from '../../domain/policy/inactivity-policy'
import type { RetentionPeriod } from '../classes/retention-period'

/**
 * When a scope is due: at once, with the closing of a day, or with the closing of a month. `on` is that day
 * (`YYYY-MM-DD`) or month (`YYYY-MM`). For a scope due at once it is the day (in *persons*: the month) of recording.
 */
export interface DueTime {
  readonly by: 'at once' | 'day' | 'month'
  readonly on: string
}

const isHalfYear = (from: string): from is HalfYear => from.includes('H')
const monthIn = (from: string): Month => (isMonth(from) ? from : (from.slice(0, 7) as Month))
const halfYearIn = (from: string): HalfYear => (isHalfYear(from) ? from : halfYearOfMonth(monthIn(from)))

/**
 * When a period ends that is counted from a day, a month or a half-year. It counts calendar days and months: a day of 23
 * or 25 hours is one day.
 */
export const erasureDueTimeAfter =
  (period: RetentionPeriod) =>
  (from: string): DueTime => {
    switch (period._tag) {
      case 'Days':
        return { by: 'day', on: addDays(period.afterDays)(from as Day) }
      case 'AtOnce':
        return { by: 'at once', on: from }
      case 'MonthClosing':
        return { by: 'month', on: pipe(monthIn(from), addMonths(period.months)) }
      case 'Inactivity':
        return { by: 'month', on: pipe(halfYearIn(from), lapseMonthOf({ years: period.years })) }
    }
  }

/** Whether the first is due no later than the second. Due at once comes before due with a closing. */
export const isDueNoLater = (a: DueTime, b: DueTime): boolean =>
  a.by === b.by ? a.on <= b.on : a.by === 'at once' || (b.by !== 'at once' && a.on <= b.on)
