import type { ScopeClass } from '../../domain/event/scope-class'
import type { LogName, StreamName } from '../../domain/event/stream'
import type { EventId, RunId, ScopeId } from '../../domain/values/ids'
import type { ClockStarted, LatestEndSet, DeletionClock, ScopeNamed } from './schedule-change'
import { isDueNoLater } from './due-time'

/** The row of a scope in the schedule. */
export interface ScheduledScope {
  readonly scope: ScopeId
  readonly class: ScopeClass
  readonly log: LogName
  readonly stream: StreamName
  /** The event that names it first. */
  readonly first: EventId
  readonly clock: DeletionClock | undefined
  /** The latest end: when the scope is due if no event ends it earlier. */
  readonly latestClock: DeletionClock | undefined
  /** The run that declared the scope due; its parts answer `Erased` from then on. */
  readonly run: RunId | undefined
}

export const newScheduledScope = ({ scope, class: name, log, stream, first }: ScopeNamed): ScheduledScope => ({
  scope,
  class: name,
  log,
  stream,
  first,
  clock: undefined,
  latestClock: undefined,
  run: undefined,
})

/** The scope with a new clock: the earliest end counts, and the last event that sets the latest end. */
export const withDeletionClock =
  (change: ClockStarted | LatestEndSet) =>
  (scope: ScheduledScope): ScheduledScope => {
    if (change._tag === 'LatestEndSet') return { ...scope, latestClock: change.clock }
    return scope.clock !== undefined && isDueNoLater(scope.clock.due, change.clock.due)
      ? scope
      : { ...scope, clock: change.clock }
  }

/** The clock that counts: the earlier of end and latest end. Undefined while the scope has neither. */
export const effectiveClock = ({ clock, latestClock }: ScheduledScope): DeletionClock | undefined => {
  if (clock === undefined || latestClock === undefined) return clock ?? latestClock
  return isDueNoLater(clock.due, latestClock.due) ? clock : latestClock
}
