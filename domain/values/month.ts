import type * as t from 'io-ts'
import { brandedStringCodec } from './branded-string-codec'
import { Day } from './day'

/** A calendar month, `YYYY-MM`. Months compare as strings do. */
export const Month = brandedStringCodec('Month', /^[0-9]{4}-(0[1-9]|1[0-2])$/, '2026-11')
export type Month = t.TypeOf<typeof Month>

/** Half a calendar year, `YYYY-H1` or `YYYY-H2`: the precision with which the use of the library is recorded. */
export const HalfYear = brandedStringCodec('HalfYear', /^[0-9]{4}-H[12]$/, '2026-H2')
export type HalfYear = t.TypeOf<typeof HalfYear>

/** Whether a date is a month and no day: *persons* records months. */
export const isMonth = (date: string): date is Month => date.length === 7

export const monthOf = (day: Day): Month => day.slice(0, 7) as Month
export const firstDayOfMonth = (month: Month): Day => `${month}-01` as Day

const monthsSinceYearZero = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

/** The month that many months later (earlier, when negative). */
export const addMonths =
  (months: number) =>
  (month: Month): Month => {
    const count = monthsSinceYearZero(month) + months
    const year = String(Math.floor(count / 12)).padStart(4, '0')
    return `${year}-${String((count % 12) + 1).padStart(2, '0')}` as Month
  }

/** Months from the first month to the second; negative when the second is earlier. */
export const monthsBetween =
  (first: Month) =>
  (second: Month): number =>
    monthsSinceYearZero(second) - monthsSinceYearZero(first)

const longerThanFebruary = ['31', '30', '29']

/** Computed from the calendar alone, so that the last month that can be written has a last day too. */
export const lastDayOfMonth = (month: Month): Day =>
  longerThanFebruary.map((day) => `${month}-${day}`).find(Day.is) ?? (`${month}-28` as Day)

/** The last day of the date of an event: the last day of a month, or the day itself. */
export const lastDayOf = (date: string): Day => (isMonth(date) ? lastDayOfMonth(date) : (date as Day))

export const isLastDayOfMonth = (day: Day): boolean => lastDayOfMonth(monthOf(day)) === day

export const halfYearOfMonth = (month: Month): HalfYear =>
  `${month.slice(0, 4)}-${month.slice(5) <= '06' ? 'H1' : 'H2'}` as HalfYear

/** June or December. */
export const lastMonthOfHalfYear = (half: HalfYear): Month =>
  `${half.slice(0, 4)}-${half.endsWith('H1') ? '06' : '12'}` as Month
