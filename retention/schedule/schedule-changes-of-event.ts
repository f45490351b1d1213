import type { ScopesErased } from '../../domain/erasure/events/scopes-erased'
import type { LogName } from '../../domain/event/stream'
import type { Position } from '../../domain/ports/event-store'
import type { ScopeId } from '../../domain/values/ids'
import type { ErasedScope } from '../certificates/certificate-statement'
import type { DeletionClass } from '../classes/deletion-class'
import type { DeletionClasses } from '../classes/deletion-classes'
import type { DeletionClockStart } from '../classes/deletion-clock-start'
import { erasureDueTimeAfter, type DueTime } from './due-time'
import type { ScheduleChange, DeletionClock } from './schedule-change'
import { isEventOfType, type OpenPartOfEvent } from './open-part-of-event'

/** What the open parts alone do not tell. */
export interface CertifiedScopeVerification {
  /** The scopes that a certificate states; undefined when this library has not signed it. */
  readonly verifiedScopes: (log: LogName, certified: ScopesErased['open']) => ReadonlyArray<ErasedScope> | undefined
}

type ChangesOfEvent = (event: OpenPartOfEvent) => ReadonlyArray<ScheduleChange>

/** The scope that a member names; undefined when it names none: nothing was replaced, or the version had no such scope. */
const scopeIn = (event: OpenPartOfEvent, member: string): ScopeId | undefined =>
  (event.open[member] as ScopeId | null) ?? undefined

const ofScope = (
  scope: ScopeId | undefined,
  change: (scope: ScopeId) => ScheduleChange,
): ReadonlyArray<ScheduleChange> => (scope === undefined ? [] : [change(scope)])

const startOfLog = '' as Position

/**
 * What ends with the closing of a month needs no position but that of the closing. In *persons* the schedule would keep the
 * order of registrations by it, after the month is shuffled.
 */
const positionOfClock = ({ metadata: { log, position } }: OpenPartOfEvent, { by }: DueTime): Position =>
  log === 'persons' && by === 'month' ? startOfLog : position

const clockFrom = (event: OpenPartOfEvent, { from, after }: DeletionClockStart): DeletionClock => {
  const due = erasureDueTimeAfter(after)(from === 'recorded' ? event.metadata.recorded : (event.open[from] as string))
  return {
    due,
    trigger: event.metadata.id,
    position: positionOfClock(event, due),
    knownSince: event.metadata.recorded,
  }
}

const nameScope =
  ({ class: name }: DeletionClass): ChangesOfEvent =>
  (event) =>
    ofScope(scopeIn(event, name), (scope) => ({
      _tag: 'ScopeNamed',
      scope,
      class: name,
      log: event.metadata.log,
      stream: event.metadata.stream,
      first: event.metadata.id,
    }))

const startClock =
  (tag: 'ClockStarted' | 'LatestEndSet') =>
  (condition: DeletionClockStart): ChangesOfEvent =>
  (event) =>
    ofScope(scopeIn(event, condition.scope), (scope) => ({ _tag: tag, scope, clock: clockFrom(event, condition) }))

const isDayClosed = isEventOfType('DayClosed')
const isMonthClosed = isEventOfType('MonthClosed')
const isErasureDue = isEventOfType('ErasureDue')
const isScopesErased = isEventOfType('ScopesErased')

const closePeriod: ChangesOfEvent = (event) => {
  const logPosition = { log: event.metadata.log, position: event.metadata.position }
  if (isDayClosed(event)) return [{ _tag: 'Closed', ...logPosition, by: 'day', on: event.open.day }]
  return isMonthClosed(event) ? [{ _tag: 'Closed', ...logPosition, by: 'month', on: event.open.month }] : []
}

const recordRun =
  ({ verifiedScopes }: CertifiedScopeVerification): ChangesOfEvent =>
  (event) => {
    const { log, stream, revision, position, recorded } = event.metadata
    if (isErasureDue(event))
      return [{ _tag: 'RunDeclared', ...{ log, stream, revision, position, recorded }, ...event.open }]
    if (!isScopesErased(event)) return []
    const { open } = event
    const { run, certificate } = open
    return [{ _tag: 'RunCertified', run, log, position, certificate, verifiedScopes: () => verifiedScopes(log, open) }]
  }

const isScopeLost = isEventOfType('ScopeLost')

/** A lost key, and the end of a record that nothing else can end any more. */
const recordLoss =
  (classes: DeletionClasses): ChangesOfEvent =>
  (event) => {
    if (!isScopeLost(event)) return []
    const { scope, class: name } = event.open
    const { afterLoss: after } = classes[name]
    const lost: ScheduleChange = { _tag: 'KeyLost', scope }
    if (after === undefined) return [lost]
    const clock = clockFrom(event, { event: 'ScopeLost', scope: 'scope', from: 'recorded', after })
    return [lost, { _tag: 'ClockStarted', scope, clock }]
  }

/** The rules by event type. When one event names a scope and starts its clock, the naming rule comes first. */
const rulesOf = (
  classes: DeletionClasses,
  checks: CertifiedScopeVerification,
): ReadonlyMap<string, ReadonlyArray<ChangesOfEvent>> => {
  const rules = new Map<string, ChangesOfEvent[]>()
  const add = (type: string, rule: ChangesOfEvent): void => {
    const known = rules.get(type)
    if (known === undefined) rules.set(type, [rule])
    else known.push(rule)
  }
  for (const row of Object.values(classes)) for (const type of row.namedBy) add(type, nameScope(row))
  for (const { endedBy: ends, endedAtLatestBy: silence } of Object.values(classes)) {
    for (const condition of ends) add(condition.event, startClock('ClockStarted')(condition))
    for (const condition of silence) add(condition.event, startClock('LatestEndSet')(condition))
  }
  for (const type of ['DayClosed', 'MonthClosed']) add(type, closePeriod)
  add('ScopeLost', recordLoss(classes))
  for (const type of ['ErasureDue', 'ScopesErased']) add(type, recordRun(checks))
  return rules
}

/** The changes that an event makes to the schedule, by its open part and the deletion classes. */
export const scheduleChangesOfEvent = (
  classes: DeletionClasses,
  checks: CertifiedScopeVerification,
): ChangesOfEvent => {
  const rules = rulesOf(classes, checks)
  return (event) => (rules.get(event.type) ?? []).flatMap((rule) => rule(event))
}
