import type * as t from 'io-ts'
import { branded } from './branded'

const millisecondsADay = 86_400_000
const form = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/

const midnight = (text: string): number => Date.parse(`${text}T00:00:00Z`)
const written = (at: number): string => new Date(at).toISOString().slice(0, 10)
const inCalendar = (text: string): boolean => {
  const at = midnight(text)
  return !Number.isNaN(at) && written(at) === text
}

/** A calendar day of Europe/Copenhagen, `YYYY-MM-DD`. Days compare as strings do. */
export const Day = branded('Day', form, '2026-11-22', inCalendar)
export type Day = t.TypeOf<typeof Day>

const dayAt = (at: number): Day => written(at) as Day

/** The day so many days later (or earlier, when negative). */
export const addDays =
  (days: number) =>
  (day: Day): Day =>
    dayAt(midnight(day) + days * millisecondsADay)

/** Days from the first to the second; negative when the second is earlier. */
export const daysFrom =
  (first: Day) =>
  (second: Day): number =>
    Math.round((midnight(second) - midnight(first)) / millisecondsADay)

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (day: Day): number => new Date(midnight(day)).getUTCDay()

export const laterOf =
  (a: Day) =>
  (b: Day): Day =>
    a > b ? a : b

/** Whole years lived on a day by somebody born on another. */
export const yearsFrom =
  (birth: Day) =>
  (day: Day): number =>
    Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0)
