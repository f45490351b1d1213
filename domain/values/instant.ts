import type * as t from 'io-ts'
import { branded } from './branded'
import type { Day } from './day'

/** A moment in UTC to the millisecond, `YYYY-MM-DDThh:mm:ss.sssZ`. */
export const Instant = branded(
  'Instant',
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/,
  '2026-11-22T09:30:00.000Z',
  (text) => !Number.isNaN(Date.parse(text)),
)
export type Instant = t.TypeOf<typeof Instant>

const inCopenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' })

const hourLength = 'YYYY-MM-DDThh'.length
const last = { hour: '', day: '' as Day }

/**
 * The calendar day in Europe/Copenhagen on which a moment falls. Formatting is slow, and most moments asked for fall
 * in the same hour, which lies within one day because Copenhagen is whole hours from UTC. The last one is remembered.
 */
export const dayOf = (instant: Instant): Day => {
  const hour = instant.slice(0, hourLength)
  if (hour !== last.hour) {
    last.day = inCopenhagen.format(new Date(instant)) as Day
    last.hour = hour
  }
  return last.day
}

/** Noon in UTC: a moment that falls on the given day in Copenhagen whatever the time of year. */
export const noonOf = (day: Day): Instant => `${day}T12:00:00.000Z` as Instant
