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

/** The calendar day in Europe/Copenhagen on which a moment falls. */
export const dayOf = (instant: Instant): Day => inCopenhagen.format(new Date(instant)) as Day

/** Noon in UTC: a moment that falls on the given day in Copenhagen whatever the time of year. */
export const noonOf = (day: Day): Instant => `${day}T12:00:00.000Z` as Instant
