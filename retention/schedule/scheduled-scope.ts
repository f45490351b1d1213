import type { ScopeClass } from '../../domain/event/scope-class'
import type { LogName, StreamName } from '../../domain/event/stream'
import type { EventId, RunId, ScopeId } from '../../domain/values/ids'
import type { ClockStarted, LatestEndSet, ScopeClock, ScopeNamed } from './entry'
import { notLater } from './due'

/** What the schedule knows of a scope. */
export interface ScheduledScope {
  readonly scope: ScopeId
  readonly class: ScopeClass
  readonly log: LogName
  readonly stream: StreamName
  /** The event that names it first. */
  readonly first: EventId
  readonly clock: ScopeClock | undefined
  /** The end that silence leads to. */
  readonly latest: ScopeClock | undefined
  /** The run that declared it due; it answers `Erased` from then on. */
  readonly run: RunId | undefined
}

export const named = ({ scope, class: name, log, stream, first }: ScopeNamed): ScheduledScope => ({
  scope,
  class: name,
  log,
  stream,
  first,
  clock: undefined,
  latest: undefined,
  run: undefined,
})

/** A scope's clock after an entry: the earliest end counts, and the latest word on the end that silence leads to. */
export const clocked =
  (entry: ClockStarted | LatestEndSet) =>
  (scope: ScheduledScope): ScheduledScope => {
    if (entry._tag === 'LatestEndSet') return { ...scope, latest: entry.clock }
    return scope.clock !== undefined && notLater(scope.clock.due, entry.clock.due)
      ? scope
      : { ...scope, clock: entry.clock }
  }

/** When a scope is due: when it ended, or at the latest end. Undefined while neither is known. */
export const clockOf = ({ clock, latest }: ScheduledScope): ScopeClock | undefined => {
  if (clock === undefined || latest === undefined) return clock ?? latest
  return notLater(clock.due, latest.due) ? clock : latest
}
