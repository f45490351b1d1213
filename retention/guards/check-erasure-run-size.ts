import * as E from 'fp-ts/Either'
import { addDays, type Day } from '../../domain/values/day'
import { addMonths, type Month } from '../../domain/values/month'
import type { LogName } from '../../domain/event/stream'
import { erasableDueLimits } from '../schedule/due-limits'
import type { ScopeCountByDueTime, Schedule } from '../schedule/schedule'
import { effectiveDeletionClock, type ScheduledScope } from '../schedule/scheduled-scope'

/** A run of at most so many scopes is always allowed. */
const alwaysAllowedRunSize = 500
const busiestDayFactor = 3
const lookBackDays = 30
const lookBackMonths = 12

/** The run would erase far more scopes than any single day of the log makes due. */
export interface ErasureRunTooLarge {
  readonly _tag: 'ErasureRunTooLarge'
  readonly log: LogName
  readonly scopes: number
  readonly limit: number
}

/**
 * How many scopes the guard counts: those with a clock of their own. The others end with their borrower, whatever their
 * number, and no day or month makes them due.
 */
export const countScopesWithOwnClock = (scopes: ReadonlyArray<ScheduledScope>): number =>
  scopes.filter((scope) => effectiveDeletionClock(scope) !== undefined).length

/**
 * Refuses a run that is larger than 500 scopes and larger than three times what the busiest day of the log (in
 * *persons*: the busiest month) makes due. This stops a retention period that was shortened by mistake: it makes the
 * scopes of many days due at once.
 */
export const checkErasureRunSize =
  (log: LogName, readCounts: () => ReadonlyArray<ScopeCountByDueTime>) =>
  (scopes: number): E.Either<ErasureRunTooLarge, void> => {
    if (scopes <= alwaysAllowedRunSize) return E.right(undefined)
    const busiest = readCounts().reduce((largest, count) => Math.max(largest, count.scopes), 0)
    const limit = Math.max(alwaysAllowedRunSize, busiestDayFactor * busiest)
    return scopes <= limit ? E.right(undefined) : E.left({ _tag: 'ErasureRunTooLarge', log, scopes, limit })
  }

const startOfLookBack = (log: LogName, closed: string): string =>
  log === 'persons' ? addMonths(-lookBackMonths)(closed as Month) : addDays(-lookBackDays)(closed as Day)

/** How many scopes each of the log's last 30 days (in *persons*: 12 months) makes due. */
export const recentDueScopeCounts = (schedule: Schedule, log: LogName): ReadonlyArray<ScopeCountByDueTime> => {
  const closed = schedule.lastClosing(log, log === 'persons' ? 'month' : 'day')?.on
  return schedule.dueCounts(
    log,
    closed === undefined ? '' : startOfLookBack(log, closed),
    erasableDueLimits(schedule, log),
  )
}
