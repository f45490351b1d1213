import type { ScopeClass } from '../../../../domain/event/scope-class'
import type { LogName, StreamName } from '../../../../domain/event/stream'
import type { EventId, RunId, ScopeId } from '../../../../domain/values/ids'
import type { Position } from '../../../../domain/ports/event-store'
import type { Due } from '../../../../retention/schedule/due'
import type { ScopeClock } from '../../../../retention/schedule/entry'
import { clockOf, type ScheduledScope } from '../../../../retention/schedule/scheduled-scope'
import { fromColumn, toColumn } from './uuid-column'

/** A row of `scopes` as the driver gives it. */
export interface ScopeRow {
  readonly scope: Buffer
  readonly class: ScopeClass
  readonly log: LogName
  readonly stream: StreamName
  readonly first: Buffer
  readonly clock_by: Due['by'] | null
  readonly clock_on: string | null
  readonly clock_trigger: Buffer | null
  readonly clock_position: Position | null
  readonly latest_by: Due['by'] | null
  readonly latest_on: string | null
  readonly latest_trigger: Buffer | null
  readonly latest_position: Position | null
  readonly run: Buffer | null
}

const clock = (
  by: Due['by'] | null,
  on: string | null,
  trigger: Buffer | null,
  position: Position | null,
): ScopeClock | undefined =>
  by === null || on === null || trigger === null || position === null
    ? undefined
    : { due: { by, on }, trigger: fromColumn<EventId>(trigger), position }

export const scopeOf = (row: ScopeRow): ScheduledScope => ({
  scope: fromColumn<ScopeId>(row.scope),
  class: row.class,
  log: row.log,
  stream: row.stream,
  first: fromColumn<EventId>(row.first),
  clock: clock(row.clock_by, row.clock_on, row.clock_trigger, row.clock_position),
  latest: clock(row.latest_by, row.latest_on, row.latest_trigger, row.latest_position),
  run: row.run === null ? undefined : fromColumn<RunId>(row.run),
})

const columns = (part: ScopeClock | undefined): ReadonlyArray<string | Buffer | null> =>
  part === undefined ? [null, null, null, null] : [part.due.by, part.due.on, toColumn(part.trigger), part.position]

/** The sixteen columns of a scope, in the order of the table. */
export const valuesOf = (scope: ScheduledScope): ReadonlyArray<string | Buffer | null> => {
  const due = clockOf(scope)?.due
  return [
    toColumn(scope.scope),
    scope.class,
    scope.log,
    scope.stream,
    toColumn(scope.first),
    ...columns(scope.clock),
    ...columns(scope.latest),
    due?.by ?? null,
    due?.on ?? null,
    scope.run === undefined ? null : toColumn(scope.run),
  ]
}
