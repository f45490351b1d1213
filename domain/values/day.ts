import type * as t from 'io-ts'
import { branded } from './branded'

const millisecondsADay = 86_400_000
const form = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/

const midnight = (text: string): number => Date.parse(`${text}T00:00:00Z`)
const written = (at: number): string => new Date(at).toISOString().slice(0, 10)

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const daysOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (daysOfMonths[month - 1] ?? 0)

/** By reckoning: this is asked several times of every event, and a Date is dear. */
const inCalendar = (text: string): boolean => {
  const day = Number(text.slice(8))
  return day >= 1 && day <= daysOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)))
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
