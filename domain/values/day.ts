import type * as t from 'io-ts'
import { brandedStringCodec } from './branded-string-codec'

const millisecondsADay = 86_400_000
const form = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/

const midnight = (text: string): number => Date.parse(`${text}T00:00:00Z`)
const formatDay = (at: number): string => new Date(at).toISOString().slice(0, 10)

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const daysOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (daysOfMonths[month - 1] ?? 0)

/**
 * Whether a text of the form `YYYY-MM-DD` is a day of the calendar; what follows it does not matter. Arithmetic only:
 * each event is checked several times, and a `Date` is slow.
 */
export const isCalendarDay = (text: string): boolean => {
  const day = Number(text.slice(8, 10))
  return day >= 1 && day <= daysOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)))
}

/** A calendar day of Europe/Copenhagen, `YYYY-MM-DD`. Days compare as strings do. */
export const Day = brandedStringCodec('Day', form, '2026-11-22', isCalendarDay)
export type Day = t.TypeOf<typeof Day>

const dayAt = (at: number): Day => formatDay(at) as Day

/** The day that many days later (earlier, when negative). */
export const addDays =
  (days: number) =>
  (day: Day): Day =>
    dayAt(midnight(day) + days * millisecondsADay)

/** The same day so many years later; of 29 February the 28th, where the year has no other. */
export const addYears =
  (years: number) =>
  (day: Day): Day => {
    const year = Number(day.slice(0, 4)) + years
    const sameDay = `${String(year).padStart(4, '0')}${day.slice(4)}`
    return (isCalendarDay(sameDay) ? sameDay : `${sameDay.slice(0, 8)}28`) as Day
  }

/** Days from the first day to the second; negative when the second is earlier. */
export const daysBetween =
  (first: Day) =>
  (second: Day): number =>
    Math.round((midnight(second) - midnight(first)) / millisecondsADay)

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (day: Day): number => new Date(midnight(day)).getUTCDay()

export const laterDayOf =
  (a: Day) =>
  (b: Day): Day =>
    a > b ? a : b

/** Whole years of age on a day, by the date of birth. */
export const ageInYears =
  (birth: Day) =>
  (day: Day): number =>
    Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0)
