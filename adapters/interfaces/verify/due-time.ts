import type { RetentionPeriod } from './deletion-rules'
import type { LogName } from './exported-event'

/** When a scope is due: at once, or with the closing of a day (`YYYY-MM-DD`) or of a month (`YYYY-MM`). */
export interface DueTime {
  readonly by: 'at once' | 'day' | 'month'
  /** For a scope due at once the day of recording; in *persons* the month. */
  readonly on: string
}

/** The deletion clock of a scope: when it is due, by which event, and since when the log says so. */
export interface DeletionClock {
  readonly due: DueTime
  readonly trigger: string
  /** A day; in *persons* a month. */
  readonly knownSince: string
}

/** The last date up to which scopes count as due, inclusive, for each kind of due time. Undefined: none of that kind. */
export type DueLimits = Readonly<Record<DueTime['by'], string | undefined>>

/** Days, months and half-years as the logs write them. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
export const isHalfYear = (text: string): boolean => /^\d{4}-H[12]$/.test(text)

/** Calendar days: a day of 23 or 25 hours is one day. */
export const addDays = (day: string, count: number): string => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

/** The same day so many years later; of 29 February the 28th, where the year has no other. */
export const addYears = (day: string, count: number): string => {
  const later = `${String(Number(day.slice(0, 4)) + count).padStart(4, '0')}${day.slice(4)}`
  return isDay(later) ? later : `${later.slice(0, 8)}28`
}

export const monthOf = (date: string): string => date.slice(0, 7)
export const firstDayOfMonth = (month: string): string => `${month}-01`

export const addMonths = (month: string, count: number): string => {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** The last month of the half-year that a day, a month or a half-year is in. */
const endOfHalfYear = (from: string): string => {
  const isFirstHalf = isHalfYear(from) ? from.endsWith('H1') : from.slice(5, 7) <= '06'
  return `${from.slice(0, 4)}-${isFirstHalf ? '06' : '12'}`
}

/** When a period ends that is counted from a day, a month or a half-year. */
export const erasureDueTimeAfter = (period: RetentionPeriod, from: string): DueTime => {
  if (period === 'at once') return { by: 'at once', on: from }
  if ('days' in period) return { by: 'day', on: addDays(from, period.days) }
  if ('monthClosings' in period) return { by: 'month', on: addMonths(monthOf(from), period.monthClosings) }
  return { by: 'month', on: addMonths(endOfHalfYear(from), 12 * period.yearsWithoutUse) }
}

/** Due at once comes before due with a closing. */
export const isDueNoLater = (one: DueTime, other: DueTime): boolean =>
  one.by === other.by ? one.on <= other.on : one.by === 'at once' || (other.by !== 'at once' && one.on <= other.on)

export const isErasureDueWithinLimits = (limits: DueLimits, { by, on }: DueTime): boolean => on <= (limits[by] ?? '')

/** The day (in *persons*: the month) after the closing that makes a scope due; for one due at once, that of recording. */
const firstDayOrMonthAfterClosing = ({ due: { by, on }, knownSince }: DeletionClock): string => {
  if (by === 'at once') return on
  if (by === 'day') return addDays(on, 1)
  return isMonth(knownSince) ? addMonths(on, 1) : firstDayOfMonth(addMonths(on, 1))
}

/** The first day (in *persons*: month) on which a scope could be erased. */
export const firstErasableOn = (clock: DeletionClock): string => {
  const afterClosing = firstDayOrMonthAfterClosing(clock)
  return afterClosing < clock.knownSince ? clock.knownSince : afterClosing
}

/** Yesterday does not count: what was due with it is erased today. */
const latestDueDatesOfOverdueErasures = (today: string, log: LogName): DueLimits => {
  const yesterday = addDays(today, -1)
  return {
    'at once': log === 'persons' ? addMonths(monthOf(today), -1) : yesterday,
    day: addDays(yesterday, -1),
    month: addMonths(monthOf(yesterday), -1),
  }
}

/** The day as of which *circulation* is compared, and the month with whose closing *persons* is; null before the first one. */
export interface ComparedAsOf {
  readonly circulation: string
  readonly persons: string | null
}

/** Up to when a scope of a log should have been erased. What was requested in the closed month may be erased just after it. */
export const overdueLimits = (log: LogName, { circulation, persons }: ComparedAsOf): DueLimits => {
  if (log === 'circulation') return latestDueDatesOfOverdueErasures(circulation, log)
  if (persons === null) return { 'at once': undefined, day: undefined, month: undefined }
  return {
    ...latestDueDatesOfOverdueErasures(firstDayOfMonth(addMonths(persons, 1)), log),
    'at once': addMonths(persons, -1),
  }
}

/** Whether a scope should have been erased on an earlier day, and the log said so early enough. */
export const isErasureOverdue = (limits: DueLimits, clock: DeletionClock): boolean =>
  isErasureDueWithinLimits(limits, clock.due) &&
  (clock.knownSince <= firstDayOrMonthAfterClosing(clock) ||
    isErasureDueWithinLimits(limits, { by: 'at once', on: clock.knownSince }))
