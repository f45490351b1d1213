import type { DomainEvent } from '../../domain/event/domain-event'
import { streamOf, type Category, type LogName, type StreamName } from '../../domain/event/stream'

/** An event of the story, with where it is written. */
export interface Told {
  readonly log: LogName
  readonly stream: StreamName
  readonly recorded: string
  readonly event: DomainEvent
}

/** Events of one stream, all recorded on one day (in persons: in its month). */
export const chapter =
  (log: LogName, category: Category, id: string, recorded: string) =>
  (...events: ReadonlyArray<DomainEvent>): ReadonlyArray<Told> =>
    events.map((event) => ({ log, stream: streamOf(category)(id), recorded, event }))
