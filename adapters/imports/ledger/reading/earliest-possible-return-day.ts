import { addDays, type Day } from '../../../../domain/values/day'
import type { DayTextParts } from './parse-written-day'

/** The rule, as the summary prints it. */
export const partlyKnownDayRuleText =
  'the first day that matches the known parts and is not before the day of lending, so that nobody pays for days that the ledger does not prove'

/** Any eight years hold every day of the calendar, 29 February included. */
const yearsSearched = 8

const matchesParts = ({ year, month, dayOfMonth }: DayTextParts, day: Day): boolean =>
  (year === undefined || day.slice(0, 4) === year) &&
  (month === undefined || day.slice(5, 7) === month) &&
  (dayOfMonth === undefined || day.slice(8) === dayOfMonth)

/**
 * The day used for a partly known return: the first day that matches the known parts and is not before the day of
 * lending. Undefined when the known parts are before the day of lending.
 */
export const earliestPossibleReturnDay =
  (lentOn: Day) =>
  (parts: DayTextParts): Day | undefined => {
    const { year, month = '01', dayOfMonth = '01' } = parts
    const earliest = year === undefined ? lentOn : (`${year}-${month}-${dayOfMonth}` as Day)
    if (earliest > lentOn) return earliest
    for (let days = 0; days <= yearsSearched * 366; days++) {
      const day = addDays(days)(lentOn)
      if (matchesParts(parts, day)) return day
      if (year !== undefined && day.slice(0, 4) > year) return undefined
    }
    return undefined
  }
