import type * as t from 'io-ts'
import { brandedStringCodec } from './branded-string-codec'
import { addDays, isCalendarDay, type Day } from './day'

/**
 * A moment in UTC to the millisecond, `YYYY-MM-DDThh:mm:ss.sssZ`, on a day of the calendar and at a time from 00:00:00 to
 * 23:59:59: `Date` would take others for a moment of the next day.
 */
export const Instant = brandedStringCodec(
  'Instant',
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z$/,
  '2026-11-22T09:30:00.000Z',
  isCalendarDay,
)
export type Instant = t.TypeOf<typeof Instant>

const inCopenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' })

const hourLength = 'YYYY-MM-DDThh'.length
const cachedHour = { hour: '', day: '' as Day }

/**
 * The calendar day of an instant in Europe/Copenhagen. The last hour is cached, because formatting is slow and most
 * calls fall in one hour. An hour never spans two days: Copenhagen is whole hours from UTC.
 */
export const dayOf = (instant: Instant): Day => {
  const hour = instant.slice(0, hourLength)
  if (hour !== cachedHour.hour) {
    cachedHour.day = inCopenhagen.format(new Date(instant)) as Day
    cachedHour.hour = hour
  }
  return cachedHour.day
}

/** Noon in UTC: an instant of the given day in Copenhagen at any time of year. */
export const noonOf = (day: Day): Instant => `${day}T12:00:00.000Z` as Instant

/** An instant before which nothing of a day in Copenhagen happens: its midnight, in winter an hour before. */
export const lowerBoundOfDay = (day: Day): Instant => `${addDays(-1)(day)}T22:00:00.000Z` as Instant

/** The last instant of a day in Copenhagen: in summer it is an hour earlier in UTC. */
export const lastInstantOfDay = (day: Day): Instant => {
  const inWinter = `${day}T22:59:59.999Z` as Instant
  return dayOf(inWinter) === day ? inWinter : (`${day}T21:59:59.999Z` as Instant)
}

/** The instant that many milliseconds earlier. */
export const subtractMilliseconds =
  (milliseconds: number) =>
  (instant: Instant): Instant =>
    new Date(Date.parse(instant) - milliseconds).toISOString() as Instant

/** The instant that many milliseconds later. */
export const addMilliseconds =
  (milliseconds: number) =>
  (instant: Instant): Instant =>
    subtractMilliseconds(-milliseconds)(instant)

const timeInCopenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', timeStyle: 'short' })

/** The time of day of an instant in Europe/Copenhagen, `HH:MM`. */
export const timeOf = (instant: Instant): string => timeInCopenhagen.format(new Date(instant))

/** The hour of an instant in Europe/Copenhagen, from 0 to 23. */
export const hourOf = (instant: Instant): number => Number(timeOf(instant).slice(0, 2))

/**
 * The instant at which a clock in Copenhagen shows a time, `HH:MM`, on a day; `24:00` is the end of the day. Of a time that
 * comes twice it is the first; for one that is left out, an hour later.
 */
export const instantOfTime =
  (day: Day) =>
  (time: string): Instant => {
    if (time === '24:00') return addMilliseconds(1)(lastInstantOfDay(day))
    const asIfUtc = `${day}T${time}:00.000Z` as Instant
    const inSummer = subtractMilliseconds(2 * 3_600_000)(asIfUtc)
    return timeOf(inSummer) === time ? inSummer : subtractMilliseconds(3_600_000)(asIfUtc)
  }
