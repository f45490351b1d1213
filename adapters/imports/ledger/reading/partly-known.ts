import { addDays, type Day } from '../../../../domain/values/day'
import type { PartsOfDay } from './written-day'

/** The rule, in the words of the summary. */
export const partlyKnownRule =
  'the first day that fits what is known and is not before the day of lending: nobody owes for days that no ledger shows'

/** Eight years hold every day of the calendar, 29 February included, wherever they begin. */
const yearsLookedThrough = 8

const fits = ({ year, month, dayOfMonth }: PartsOfDay, day: Day): boolean =>
  (year === undefined || day.slice(0, 4) === year) &&
  (month === undefined || day.slice(5, 7) === month) &&
  (dayOfMonth === undefined || day.slice(8) === dayOfMonth)

/**
 * The day for which a partly known return is taken: the first day that fits what is known and is not before the day of
 * lending. Undefined when what is known lies before the lending.
 */
export const firstDayThatFits =
  (lentOn: Day) =>
  (parts: PartsOfDay): Day | undefined => {
    const { year, month = '01', dayOfMonth = '01' } = parts
    const earliest = year === undefined ? lentOn : (`${year}-${month}-${dayOfMonth}` as Day)
    if (earliest > lentOn) return earliest
    for (let days = 0; days <= yearsLookedThrough * 366; days++) {
      const day = addDays(days)(lentOn)
      if (fits(parts, day)) return day
      if (year !== undefined && day.slice(0, 4) > year) return undefined
    }
    return undefined
  }
