import { LRUCache } from 'lru-cache'
import type { StreamName } from '../../../domain/event/stream'
import type {
  Appended,
  Page,
  Position,
  RecentEvents,
  RecordedEvent,
  Revision,
  StoredEvent,
} from '../../../domain/ports/event-store'
import { placeOf, positionOf } from './position'

/** The recent events of a log, as the only writer of that log tells them. */
export interface RecentEventsOfWriter extends RecentEvents {
  /** Where the log ends, as the store has answered. */
  readonly headIs: (head: Position | undefined) => void
  /** These events were appended to a stream, or stood there already. */
  readonly appended: (stream: StreamName, events: ReadonlyArray<StoredEvent>, appended: Appended) => void
  /** A stream was read to its end: -1 where it has no events. */
  readonly endIs: (stream: StreamName, end: Revision) => void
  /** Whether an append was written is not known: nothing is answered until `headIs` is called. */
  readonly uncertain: () => void
}

/** How many events are in memory: whoever is further behind reads the store. */
const mostEvents = 1024

/** How many streams' ends are in memory. */
const mostStreams = 50_000

const start = '' as Position

const recordedEvents = (
  stream: StreamName,
  events: ReadonlyArray<StoredEvent>,
  { revision, position }: Appended,
): ReadonlyArray<RecordedEvent> => {
  const place = placeOf(position)
  const before = events.length - 1
  return events.map((event, at) => ({
    ...event,
    stream,
    revision: revision - before + at,
    position: positionOf(place - before + at),
  }))
}

/** Keeps the events of the last appends, and the ends of log and streams. Positions count by one. */
export const recentEventsOfWriter = (): RecentEventsOfWriter => {
  const ends = new LRUCache<StreamName, Revision>({ max: mostStreams })
  const byPlace = new Map<number, RecordedEvent>()
  let head: number | undefined
  /** Events before this place are not in memory. */
  let oldest = 1

  const dropUpTo = (place: number): void => {
    for (; oldest <= place; oldest += 1) byPlace.delete(oldest)
  }
  /** What is appended from now on stands after this place. */
  const begin = (place: number): void => {
    head = place
    oldest = place + 1
  }
  const put = (event: RecordedEvent): void => {
    const place = placeOf(event.position)
    if (place >= oldest) byPlace.set(place, event)
  }
  const stop = (): void => {
    byPlace.clear()
    ends.clear()
    head = undefined
  }
  const endIs = (stream: StreamName, end: Revision): void => {
    if (end > (ends.get(stream) ?? -Infinity)) ends.set(stream, end)
  }
  /** Undefined where an event is missing: its append has been written, and not answered yet. */
  const between = (from: number, to: number): Page | undefined => {
    const page: RecordedEvent[] = []
    for (let place = from; place <= to; place += 1) {
      const event = byPlace.get(place)
      if (event === undefined) return undefined
      page.push(event)
    }
    return page
  }
  return {
    head: () => (head === undefined ? undefined : head === 0 ? start : positionOf(head)),
    after: (position) => {
      if (head === undefined) return undefined
      const from = placeOf(position || undefined) + 1
      return from > head ? [] : from < oldest ? undefined : between(from, head)
    },
    endOf: (stream) => (head === undefined ? undefined : ends.get(stream)),
    headIs: (known) => {
      if (head === undefined) begin(placeOf(known))
    },
    appended: (stream, events, appended) => {
      endIs(stream, appended.revision)
      if (appended.repeated) return
      const last = placeOf(appended.position)
      if (head === undefined) begin(last)
      for (const event of recordedEvents(stream, events, appended)) put(event)
      head = Math.max(head ?? 0, last)
      dropUpTo(head - mostEvents)
    },
    endIs,
    uncertain: stop,
  }
}
