import type { EventNamed, EventType, Recorded } from '../../../domain/event/domain-event'
import type { AnyEvent } from '../../../domain/event/define-event'

/** Those that stand more than once. */
export const repeated = (names: ReadonlyArray<string>): ReadonlyArray<string> => {
  const seen = new Set<string>()
  return names.filter((name) => seen.has(name) || !seen.add(name))
}

const ofType =
  <T extends EventType>(type: T) =>
  (events: ReadonlyArray<Recorded>): ReadonlyArray<Recorded<EventNamed<T>>> =>
    events.filter((event): event is Recorded<EventNamed<T>> => event.type === type)

const plainOf = (event: AnyEvent, name: string): Readonly<Record<string, unknown>> | undefined => {
  const part = event.sealed[name]
  return part?._tag === 'Plain' ? (part.value as Readonly<Record<string, unknown>>) : undefined
}

const named = (events: ReadonlyArray<Recorded>, type: EventType, part: string, members: ReadonlyArray<string>) =>
  ofType(type)(events).flatMap((event) => {
    const value = plainOf(event, part)
    return value === undefined ? [] : [`${type} ${members.map((member) => String(value[member])).join(' ')}`]
  })

const lateness = (events: ReadonlyArray<Recorded>): ReadonlyArray<Recorded> =>
  ofType('FeeLevied')(events).filter(({ open }) => open.kind === 'lateness')

const scopesDue = (events: ReadonlyArray<Recorded>): ReadonlyArray<string> =>
  ofType('ErasureDue')(events).flatMap(({ open }) => open.scopes.map(({ scope }) => `due ${scope}`))

const certified = (events: ReadonlyArray<Recorded>): ReadonlyArray<string> =>
  ofType('ScopesErased')(events).flatMap(({ open }) => [`run ${open.run}`, `certificate ${open.certificate}`])

const closings = (events: ReadonlyArray<Recorded>): ReadonlyArray<string> =>
  events
    .filter(({ type }) => type === 'DayClosed' || type === 'MonthClosed' || type === 'MonthCounted')
    .map(({ type, at }) => `${type} ${at.log} ${at.stream}`)

/** What happened twice although it may happen once: by event id, order, card, occasion, run, scope and closing. */
export const twice = (events: ReadonlyArray<Recorded>): ReadonlyArray<string> =>
  repeated([
    ...events.map(({ at }) => at.id),
    ...events.map(({ at }) => `${at.log} ${at.position}`),
    ...events.map(({ at }) => `${at.log} ${at.stream} ${String(at.revision)}`),
    ...named(events, 'PaymentMade', 'payment', ['order']),
    ...named(events, 'BorrowerRegistered', 'card', ['number']),
    ...named(lateness(events), 'FeeLevied', 'fee', ['borrower', 'lentOn', 'dueOn', 'occasion']),
    ...scopesDue(events),
    ...certified(events),
    ...closings(events),
  ])

/** Runs that were declared and have no certificate. */
export const unfinished = (events: ReadonlyArray<Recorded>): ReadonlyArray<string> => {
  const finished = new Set(ofType('ScopesErased')(events).map(({ open }) => open.run))
  return ofType('ErasureDue')(events).flatMap(({ open }) => (finished.has(open.run) ? [] : [open.run]))
}
