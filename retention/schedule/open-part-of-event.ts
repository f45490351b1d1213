import type { SealedEvent } from '../../domain/command-handling/open-event'
import type { EventOfType, EventType, EventMetadata } from '../../domain/event/domain-event'

/** An event as the schedule reads it: open part and metadata, no sealed part. */
export interface OpenPartOfEvent {
  readonly type: string
  readonly open: Readonly<Record<string, unknown>>
  readonly metadata: EventMetadata
}

/** The open part of a decoded event, as the schedule reads it. */
export const openPartOf = ({ log, open, stored }: SealedEvent): OpenPartOfEvent => {
  const { type, stream, revision, position, id, recorded } = stored
  return { type, open, metadata: { log, stream, revision, position, id, recorded } }
}

/** An event of this type, as the schedule reads it. */
export type OpenPartOfType<T extends EventType> = OpenPartOfEvent & Pick<EventOfType<T>, 'open'>

/** Whether an event has this type, and so its open part: events are decoded when they are read. */
export const isEventOfType =
  <T extends EventType>(type: T) =>
  (event: OpenPartOfEvent): event is OpenPartOfType<T> =>
    event.type === type
