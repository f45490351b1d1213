import type { EventOfType, EventType, EventWithMetadata } from '../../../domain/event/domain-event'
import type { AnyEvent } from '../../../domain/event/define-event'

/** The names that occur more than once. */
export const duplicatesIn = (names: ReadonlyArray<string>): ReadonlyArray<string> => {
  const seen = new Set<string>()
  return names.filter((name) => seen.has(name) || !seen.add(name))
}

const ofType =
  <T extends EventType>(type: T) =>
  (events: ReadonlyArray<EventWithMetadata>): ReadonlyArray<EventWithMetadata<EventOfType<T>>> =>
    events.filter((event): event is EventWithMetadata<EventOfType<T>> => event.type === type)

const plainOf = (event: AnyEvent, name: string): Readonly<Record<string, unknown>> | undefined => {
  const part = event.sealed[name]
  return part?._tag === 'Plain' ? (part.value as Readonly<Record<string, unknown>>) : undefined
}

const named = (
  events: ReadonlyArray<EventWithMetadata>,
  type: EventType,
  part: string,
  members: ReadonlyArray<string>,
) =>
  ofType(type)(events).flatMap((event) => {
    const value = plainOf(event, part)
    return value === undefined ? [] : [`${type} ${members.map((member) => String(value[member])).join(' ')}`]
  })

const lateness = (events: ReadonlyArray<EventWithMetadata>): ReadonlyArray<EventWithMetadata> =>
  ofType('FeeLevied')(events).filter(({ open }) => open.kind === 'lateness')

const scopesDue = (events: ReadonlyArray<EventWithMetadata>): ReadonlyArray<string> =>
  ofType('ErasureDue')(events).flatMap(({ open }) => open.scopes.map(({ scope }) => `due ${scope}`))

const certified = (events: ReadonlyArray<EventWithMetadata>): ReadonlyArray<string> =>
  ofType('ScopesErased')(events).flatMap(({ open }) => [`run ${open.run}`, `certificate ${open.certificate}`])

const closings = (events: ReadonlyArray<EventWithMetadata>): ReadonlyArray<string> =>
  events
    .filter(({ type }) => type === 'DayClosed' || type === 'MonthClosed' || type === 'MonthCounted')
    .map(({ type, metadata }) => `${type} ${metadata.log} ${metadata.stream}`)

/** The messages that closings make: one for each borrower, day and kind. */
const messagesOfClosings = (events: ReadonlyArray<EventWithMetadata>): ReadonlyArray<string> =>
  ofType('MessageMade')(events).flatMap(({ open: { madeOn }, sealed: { message } }) =>
    message._tag === 'Erased' || message.value.kind === 'readyForPickUp'
      ? []
      : [`MessageMade ${madeOn} ${message.value.borrower} ${message.value.kind}`],
  )

/** Finds what happened twice but may happen once only: by event id, position, order, card, occasion, message of a day, run, scope and closing. */
export const findRepetitions = (events: ReadonlyArray<EventWithMetadata>): ReadonlyArray<string> =>
  duplicatesIn([
    ...events.map(({ metadata }) => metadata.id),
    ...events.map(({ metadata }) => `${metadata.log} ${metadata.position}`),
    ...events.map(({ metadata }) => `${metadata.log} ${metadata.stream} ${String(metadata.revision)}`),
    ...named(events, 'PaymentMade', 'payment', ['order']),
    ...named(events, 'BorrowerRegistered', 'card', ['number']),
    ...named(lateness(events), 'FeeLevied', 'fee', ['borrower', 'lentOn', 'dueOn', 'occasion']),
    ...messagesOfClosings(events),
    ...scopesDue(events),
    ...certified(events),
    ...closings(events),
  ])

/** The runs that are declared and have no certificate. */
export const findUnfinishedRuns = (events: ReadonlyArray<EventWithMetadata>): ReadonlyArray<string> => {
  const finished = new Set(ofType('ScopesErased')(events).map(({ open }) => open.run))
  return ofType('ErasureDue')(events).flatMap(({ open }) => (finished.has(open.run) ? [] : [open.run]))
}
