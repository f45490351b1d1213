import fc from 'fast-check'
import type { AnyEventDefinition } from '../../../domain/event/define-event'
import type { DomainEvent } from '../../../domain/event/domain-event'
import { parentByScopeClass, type ScopeClass } from '../../../domain/event/scope-class'
import { logNames, type LogName } from '../../../domain/event/stream'
import { eventDefinitions } from '../../../domain/event-definitions'
import type { BorrowerId } from '../../../domain/values/ids'
import { arbitraryHistory, type History } from '../../arbitrary/history/arbitrary-history'
import { fieldsOfEvent, nameOfField, withoutNull } from './fields-of-event'
import type { EventsInLogs } from './logs-of-history'

/** The newest version of each event type: older ones are read as it. */
export const newestDefinitions: ReadonlyArray<AnyEventDefinition> = [
  ...new Map(
    (eventDefinitions as ReadonlyArray<AnyEventDefinition>)
      .toSorted((one, other) => one.version - other.version)
      .map((definition) => [definition.type, definition]),
  ).values(),
]

const isOfBorrower = (name: string): boolean =>
  name === 'borrower' || parentByScopeClass[name as ScopeClass] === 'borrower'

const nameOfId = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}Id`

/** Whether events of this type are on a borrower: they have the id of one, or of a scope of one. */
export const isOnBorrower = ({ fields }: AnyEventDefinition): boolean =>
  Object.entries(fields.open).some(([name, codec]) => isOfBorrower(name) && withoutNull(codec).name === nameOfId(name))

/** An event on a borrower at the end of a history: nothing has followed it yet. */
export interface EventToTry {
  readonly definition: AnyEventDefinition
  readonly event: DomainEvent
  readonly borrower: BorrowerId
  /** The others who are registered by then. */
  readonly others: ReadonlyArray<BorrowerId>
  /** The history up to the event, which another event takes the place of. */
  readonly withEvent: (event: DomainEvent) => EventsInLogs
}

/** What both logs hold when the event at an index of a log has just been written. */
const historyBefore = (history: History, log: LogName, at: number): EventsInLogs => {
  const day = history.days[log][at]!
  const until = (other: LogName) => history[other].filter((_, index) => history.days[other][index]! <= day)
  return {
    circulation: log === 'circulation' ? history.circulation.slice(0, at) : until('circulation'),
    persons: log === 'persons' ? history.persons.slice(0, at) : until('persons'),
  }
}

const registeredIn = ({ persons }: EventsInLogs): ReadonlyArray<BorrowerId> =>
  persons.flatMap((event) => (event.type === 'BorrowerRegistered' ? [event.open.borrower] : []))

const ownerOf = ({ scopes }: History, { open }: DomainEvent): BorrowerId | undefined => {
  const ids: ReadonlyArray<unknown> = Object.values(open)
  const own = scopes.find(({ class: name, scope }) => isOfBorrower(name) && ids.includes(scope))
  return (own?.class === 'borrower' ? own.scope : own?.borrower) as BorrowerId | undefined
}

const toEventToTry = (history: History, log: LogName, at: number): ReadonlyArray<EventToTry> => {
  const event = history[log][at]!
  const definition = newestDefinitions.find(({ type }) => type === event.type)!
  const borrower = isOnBorrower(definition) ? ownerOf(history, event) : undefined
  const before = historyBefore(history, log, at)
  const registered = registeredIn(before)
  if (borrower === undefined || (!registered.includes(borrower) && event.type !== 'BorrowerRegistered')) return []
  const others = registered.filter((one) => one !== borrower)
  return [{ definition, event, borrower, others, withEvent: (last) => ({ ...before, [log]: [...before[log], last] }) }]
}

/** Each field is tried in at least so many events, if the histories have them. */
const triesOfField = 2

/** Events of random histories, in which each field of each event on a borrower is tried. */
export const eventsToTry = (): ReadonlyArray<EventToTry> => {
  const tried = new Map<string, number>()
  const chosen: EventToTry[] = []
  for (const history of fc.sample(arbitraryHistory(250), { seed: 11, numRuns: 120 }))
    for (const log of logNames)
      history[log].forEach((event, at) => {
        const definition = newestDefinitions.find(({ type }) => type === event.type)!
        const names = new Set(fieldsOfEvent(definition)(event).map((field) => nameOfField(event, field)))
        if ([...names].every((name) => (tried.get(name) ?? 0) >= triesOfField)) return
        const found = toEventToTry(history, log, at)
        chosen.push(...found)
        if (found.length > 0) for (const name of names) tried.set(name, (tried.get(name) ?? 0) + 1)
      })
  return chosen
}
