import type { ScopeId } from '../../domain/values/ids'
import type { DeletionClass } from '../classes/deletion-class'
import type { DeletionClasses } from '../classes/deletion-classes'
import type { StartCondition } from '../classes/start-condition'
import { dueAfter } from './due'
import type { ScheduleEntry, ScopeClock } from './entry'
import { isOf, type OpenEvent } from './open-event'

type Rule = (event: OpenEvent) => ReadonlyArray<ScheduleEntry>

const scopeIn = (event: OpenEvent, member: string): ScopeId => event.open[member] as ScopeId

const clockFrom = (event: OpenEvent, { from, after }: StartCondition): ScopeClock => ({
  due: dueAfter(after)(from === 'recorded' ? event.at.recorded : (event.open[from] as string)),
  trigger: event.at.id,
  position: event.at.position,
})

const naming =
  ({ class: name }: DeletionClass): Rule =>
  (event) => [
    {
      _tag: 'ScopeNamed',
      scope: scopeIn(event, name),
      class: name,
      log: event.at.log,
      stream: event.at.stream,
      first: event.at.id,
    },
  ]

const clocking =
  (tag: 'ClockStarted' | 'LatestEndSet') =>
  (condition: StartCondition): Rule =>
  (event) => [{ _tag: tag, scope: scopeIn(event, condition.scope), clock: clockFrom(event, condition) }]

const isDayClosed = isOf('DayClosed')
const isMonthClosed = isOf('MonthClosed')
const isErasureDue = isOf('ErasureDue')
const isScopesErased = isOf('ScopesErased')

const closing: Rule = (event) => {
  const place = { log: event.at.log, position: event.at.position }
  if (isDayClosed(event)) return [{ _tag: 'Closed', ...place, by: 'day', on: event.open.day }]
  return isMonthClosed(event) ? [{ _tag: 'Closed', ...place, by: 'month', on: event.open.month }] : []
}

const erasing: Rule = (event) => {
  const { log, position, recorded } = event.at
  if (isErasureDue(event))
    return [{ _tag: 'RunDeclared', run: event.open.run, log, position, recorded, scopes: event.open.scopes }]
  return isScopesErased(event)
    ? [{ _tag: 'RunCertified', run: event.open.run, certificate: event.open.certificate }]
    : []
}

/** Rules by event type; a scope is named before its clock is started by the same event. */
const rulesOf = (classes: DeletionClasses): ReadonlyMap<string, ReadonlyArray<Rule>> => {
  const rules = new Map<string, Rule[]>()
  const add = (type: string, rule: Rule): unknown => rules.set(type, [...(rules.get(type) ?? []), rule])
  for (const row of Object.values(classes)) for (const type of row.namedBy) add(type, naming(row))
  for (const { ends, silence } of Object.values(classes)) {
    for (const condition of ends) add(condition.event, clocking('ClockStarted')(condition))
    for (const condition of silence) add(condition.event, clocking('LatestEndSet')(condition))
  }
  for (const type of ['DayClosed', 'MonthClosed']) add(type, closing)
  for (const type of ['ErasureDue', 'ScopesErased']) add(type, erasing)
  return rules
}

/** What an event changes in the schedule, by its open part alone and under a table of deletion classes. */
export const scheduleChanges = (classes: DeletionClasses): Rule => {
  const rules = rulesOf(classes)
  return (event) => (rules.get(event.type) ?? []).flatMap((rule) => rule(event))
}
