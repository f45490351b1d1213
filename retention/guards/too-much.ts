import * as E from 'fp-ts/Either'
import { addDays, type Day } from '../../domain/values/day'
import { addMonths, type Month } from '../../domain/values/month'
import type { LogName } from '../../domain/event/stream'
import { erasable } from '../schedule/limits'
import type { DueCount, Schedule } from '../schedule/schedule'

/** A run up to this size is always let through. */
export const usualRun = 500
const factor = 3
const daysLookedBack = 30
const monthsLookedBack = 12

/** A run would erase far more than any of the log's own days makes due. */
export interface TooMuchAtOnce {
  readonly _tag: 'TooMuchAtOnce'
  readonly log: LogName
  readonly scopes: number
  readonly limit: number
}

/**
 * Refuses a run larger than both 500 scopes and three times what the busiest of the log's own days (in persons, its
 * months) makes due. A period shortened by mistake makes many days due at once, and is stopped here.
 */
export const notTooMuch =
  (log: LogName, counts: ReadonlyArray<DueCount>) =>
  (scopes: number): E.Either<TooMuchAtOnce, void> => {
    const busiest = counts.reduce((most, count) => Math.max(most, count.scopes), 0)
    const limit = Math.max(usualRun, factor * busiest)
    return scopes <= limit ? E.right(undefined) : E.left({ _tag: 'TooMuchAtOnce', log, scopes, limit })
  }

const lookedBack = (log: LogName, closed: string): string =>
  log === 'persons' ? addMonths(-monthsLookedBack)(closed as Month) : addDays(-daysLookedBack)(closed as Day)

/** What the log's own last 30 days (in persons: 12 months) make due, each by itself. */
export const ownDays = (schedule: Schedule, log: LogName): ReadonlyArray<DueCount> => {
  const closed = schedule.closed(log, log === 'persons' ? 'month' : 'day')?.on
  return schedule.counts(log, closed === undefined ? '' : lookedBack(log, closed), erasable(schedule, log))
}
