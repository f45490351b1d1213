import type { ScopeClass } from '../../../../domain/event/scope-class'
import type { LogName, StreamName } from '../../../../domain/event/stream'
import type { EventId, RunId, ScopeId } from '../../../../domain/values/ids'
import type { Position } from '../../../../domain/ports/event-store'
import type { DueTime } from '../../../../retention/schedule/due-time'
import type { DeletionClock } from '../../../../retention/schedule/schedule-change'
import { effectiveDeletionClock, type ScheduledScope } from '../../../../retention/schedule/scheduled-scope'
import { uuidFromColumn, uuidToColumn } from './uuid-column'

/** A row of `scopes`, or of `declared_scopes`, as the driver returns it. */
export interface ScheduledScopeRow {
  readonly scope: Buffer
  readonly class: ScopeClass
  readonly log: LogName
  readonly stream: StreamName
  readonly first: Buffer
  readonly clock_by: DueTime['by'] | null
  readonly clock_on: string | null
  readonly clock_trigger: Buffer | null
  readonly clock_position: Position | null
  readonly latest_by: DueTime['by'] | null
  readonly latest_on: string | null
  readonly latest_trigger: Buffer | null
  readonly latest_position: Position | null
  /** Only a row of `declared_scopes` has a run. */
  readonly run?: Buffer | null
  readonly clock_known_since: string | null
  readonly latest_known_since: string | null
}

const clockOfColumns = (
  by: DueTime['by'] | null,
  on: string | null,
  trigger: Buffer | null,
  position: Position | null,
  knownSince: string | null,
): DeletionClock | undefined =>
  by === null || on === null || trigger === null || position === null
    ? undefined
    : { due: { by, on }, trigger: uuidFromColumn<EventId>(trigger), position, knownSince: knownSince ?? on }

export const decodeScheduledScopeRow = (row: ScheduledScopeRow): ScheduledScope => ({
  scope: uuidFromColumn<ScopeId>(row.scope),
  class: row.class,
  log: row.log,
  stream: row.stream,
  first: uuidFromColumn<EventId>(row.first),
  clock: clockOfColumns(row.clock_by, row.clock_on, row.clock_trigger, row.clock_position, row.clock_known_since),
  latestClock: clockOfColumns(
    row.latest_by,
    row.latest_on,
    row.latest_trigger,
    row.latest_position,
    row.latest_known_since,
  ),
  run: row.run ? uuidFromColumn<RunId>(row.run) : undefined,
})

const clockColumns = (scopeClock: DeletionClock | undefined): ReadonlyArray<string | Buffer | null> =>
  scopeClock === undefined
    ? [null, null, null, null]
    : [scopeClock.due.by, scopeClock.due.on, uuidToColumn(scopeClock.trigger), scopeClock.position]

/** The columns of a scope without its run. */
export const scopeColumns = [
  ...['scope', 'class', 'log', 'stream', 'first'],
  ...['clock_by', 'clock_on', 'clock_trigger', 'clock_position'],
  ...['latest_by', 'latest_on', 'latest_trigger', 'latest_position'],
  ...['due_by', 'due_on', 'clock_known_since', 'latest_known_since'],
].join(', ')

/** The values of these columns, in their order. */
export const encodeScheduledScopeRow = (scope: ScheduledScope): ReadonlyArray<string | Buffer | null> => {
  const due = effectiveDeletionClock(scope)?.due
  return [
    uuidToColumn(scope.scope),
    scope.class,
    scope.log,
    scope.stream,
    uuidToColumn(scope.first),
    ...clockColumns(scope.clock),
    ...clockColumns(scope.latestClock),
    due?.by ?? null,
    due?.on ?? null,
    scope.clock?.knownSince ?? null,
    scope.latestClock?.knownSince ?? null,
  ]
}
