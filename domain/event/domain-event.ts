import type { eventDefinitions } from '../event-definitions'
import type { FeeLeviedVersion1 } from '../fee/events/fee-levied'
import type { EventId } from '../values/ids'
import type { Position, Revision } from '../ports/event-store'
import type { EventOf } from './define-event'
import type { LogName, StreamName } from './stream'

/** A definition whose events are decoded as the next version: nothing that is read has its shape. */
type UpcastDefinition = typeof FeeLeviedVersion1

/** Any event of `eventDefinitions`. */
export type DomainEvent = EventOf<Exclude<(typeof eventDefinitions)[number], UpcastDefinition>>
export type EventType = DomainEvent['type']
export type EventOfType<T extends EventType> = Extract<DomainEvent, { readonly type: T }>

/** Where an event stands and when it was recorded: a day (circulation) or a month (persons). */
export interface EventMetadata {
  readonly log: LogName
  readonly stream: StreamName
  readonly revision: Revision
  readonly position: Position
  readonly id: EventId
  readonly recorded: string
}

/** An event that was read, with its metadata. */
export type EventWithMetadata<E = DomainEvent> = E & { readonly metadata: EventMetadata }
