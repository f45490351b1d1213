import type { DueScope } from '../../domain/erasure/events/erasure-due'
import type { EventId, RunId, ScopeId } from '../../domain/values/ids'
import { streamNameOf } from '../../domain/event/stream'
import type { LogName } from '../../domain/event/stream'
import type { Position } from '../../domain/ports/event-store'
import { erasableDueLimits } from './due-limits'
import type { ErasureRunRefusal } from './erasure-run-refusal'
import { isErasureDueWithinLimits, type Schedule } from './schedule'
import type { RunDeclared } from './schedule-change'
import { deletionClocksOfScope, type ScheduledScope } from './scheduled-scope'

/** What the schedule knows at the position of a declaration. */
export interface ScheduleAtDeclaration extends Pick<Schedule, 'lastClosing'> {
  readonly get: (scope: ScopeId) => ScheduledScope | undefined
  readonly isErased: (scope: ScopeId) => boolean
  /** Where an accepted run with this id was declared. */
  readonly findRun: (run: RunId) => { readonly log: LogName; readonly position: Position } | undefined
}

/** The ids of the events by which a scope is due at the declaration; none when it is not due. */
type DueTriggers = (scope: ScheduledScope) => ReadonlyArray<EventId>

const dueTriggersAt = (rows: ScheduleAtDeclaration, { log }: RunDeclared): DueTriggers => {
  const isDue = isErasureDueWithinLimits(erasableDueLimits(rows, log))
  return (scope) =>
    deletionClocksOfScope(scope)
      .filter(({ due }) => isDue(due))
      .map(({ trigger }) => trigger)
}

/** The due borrowers of the declaration, by stream: what lives in the stream of a borrower ends with the borrower. */
const dueBorrowers = (
  rows: ScheduleAtDeclaration,
  { scopes }: RunDeclared,
  triggersOf: DueTriggers,
): ReadonlyMap<string, ReadonlyArray<EventId>> =>
  new Map(
    scopes.flatMap(({ scope }) => {
      const row = rows.get(scope)
      return row?.class === 'borrower' ? [[row.stream, triggersOf(row)] as const] : []
    }),
  )

const refusalOfScope =
  (rows: ScheduleAtDeclaration, change: RunDeclared) =>
  (triggersOf: DueTriggers, borrowers: ReadonlyMap<string, ReadonlyArray<EventId>>) =>
  ({ scope, class: name, trigger }: DueScope): ErasureRunRefusal | undefined => {
    if (rows.isErased(scope)) return undefined
    const row = rows.get(scope)
    if (row === undefined) return 'unknownScope'
    if (row.log !== change.log) return 'anotherLog'
    if (row.class !== name) return 'anotherClass'
    if (row.run !== undefined) return undefined
    const triggers = [...triggersOf(row), ...(borrowers.get(row.stream) ?? [])]
    if (triggers.length === 0) return 'notDue'
    return triggers.includes(trigger) ? undefined : 'anotherStartEvent'
  }

/**
 * Why a declared run is refused; undefined when it is accepted. It is judged by the open parts of its own log before it,
 * so everybody who folds the log comes to the same answer, now and later. What has ended already is not judged again.
 */
export const findRunRefusal = (rows: ScheduleAtDeclaration, change: RunDeclared): ErasureRunRefusal | undefined => {
  if (change.stream !== streamNameOf('erasure')(change.run)) return 'wrongStream'
  if (rows.findRun(change.run) !== undefined) return 'runDeclaredBefore'
  if (new Set(change.scopes.map(({ scope }) => scope)).size < change.scopes.length) return 'scopeTwice'
  const triggersOf = dueTriggersAt(rows, change)
  const refusalOf = refusalOfScope(rows, change)(triggersOf, dueBorrowers(rows, change, triggersOf))
  for (const scope of change.scopes) {
    const refusal = refusalOf(scope)
    if (refusal !== undefined) return refusal
  }
  return undefined
}
