import type { DomainEvent } from '../../domain/event/domain-event'
import { streamNameOf, type StreamCategory, type LogName, type StreamName } from '../../domain/event/stream'

/** A golden event, and where it is written. */
export interface GoldenEvent {
  readonly log: LogName
  readonly stream: StreamName
  readonly recorded: string
  readonly event: DomainEvent
}

/** Events of one stream, all recorded on one day (in persons: in its month). */
export const goldenStream =
  (log: LogName, category: StreamCategory, id: string, recorded: string) =>
  (...events: ReadonlyArray<DomainEvent>): ReadonlyArray<GoldenEvent> =>
    events.map((event) => ({ log, stream: streamNameOf(category)(id), recorded, event }))
