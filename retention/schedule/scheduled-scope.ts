import type { ScopeClass } from '../../domain/event/scope-class'
import type { LogName, StreamName } from '../../domain/event/stream'
import type { EventId, RunId, ScopeId } from '../../domain/values/ids'
import type { ClockStarted, LatestEndSet, DeletionClock, ScopeNamed } from './schedule-change'
import { isDueNoLater } from './due-time'
import { firstErasableOn } from './first-erasable-on'

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

/** A clock in the place of a later one: a scope that the later one had made due already has been due since then. */
const inPlaceOfLater = (later: DeletionClock, clock: DeletionClock): DeletionClock => ({
  ...clock,
  knownSince: [clock.knownSince, firstErasableOn(later)].sort()[0] as string,
})

/** The scope with a new clock: the earliest end counts, and the last event that sets the latest end. */
export const withDeletionClock =
  ({ _tag: tag, clock: next }: ClockStarted | LatestEndSet) =>
  (scope: ScheduledScope): ScheduledScope => {
    const member = tag === 'LatestEndSet' ? 'latestClock' : 'clock'
    const current = scope[member]
    if (current === undefined) return { ...scope, [member]: next }
    if (!isDueNoLater(current.due, next.due)) return { ...scope, [member]: inPlaceOfLater(current, next) }
    return tag === 'LatestEndSet' ? { ...scope, latestClock: next } : scope
  }

/** The end and the latest end, as far as there are any. */
export const deletionClocksOfScope = ({ clock, latestClock }: ScheduledScope): ReadonlyArray<DeletionClock> =>
  [clock, latestClock].flatMap((each) => each ?? [])

/** The clock that counts: the earlier of end and latest end. Undefined while the scope has neither. */
export const effectiveDeletionClock = ({ clock, latestClock }: ScheduledScope): DeletionClock | undefined => {
  if (clock === undefined || latestClock === undefined) return clock ?? latestClock
  return isDueNoLater(clock.due, latestClock.due) ? clock : latestClock
}
