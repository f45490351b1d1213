import type { definitions } from '../catalogue'
import type { EventId } from '../values/ids'
import type { Position, Revision } from '../ports/event-store'
import type { EventOf } from './define-event'
import type { LogName, StreamName } from './stream'

/** Any event of the catalogue. */
export type DomainEvent = EventOf<(typeof definitions)[number]>
export type EventType = DomainEvent['type']
export type EventNamed<T extends EventType> = Extract<DomainEvent, { readonly type: T }>

/** Where and when an event was recorded: on a day in circulation, in a month in persons. */
export interface Recording {
  readonly log: LogName
  readonly stream: StreamName
  readonly revision: Revision
  readonly position: Position
  readonly id: EventId
  readonly recorded: string
}

/** An event read back, with where it stands. */
export type Recorded<E = DomainEvent> = E & { readonly at: Recording }
