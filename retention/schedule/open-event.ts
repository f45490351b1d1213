import type { EventNamed, EventType, Recording } from '../../domain/event/domain-event'

/** What the schedule reads of an event: its open part, and where it stands. It never meets a sealed part. */
export interface OpenEvent {
  readonly type: string
  readonly open: Readonly<Record<string, unknown>>
  readonly at: Recording
}

/** Whether an event is of a type, and so has its open part: events were decoded when they were read. */
export const isOf =
  <T extends EventType>(type: T) =>
  (event: OpenEvent): event is OpenEvent & Pick<EventNamed<T>, 'open'> =>
    event.type === type
