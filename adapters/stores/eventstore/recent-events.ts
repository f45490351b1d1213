import { LRUCache } from 'lru-cache'
import type { StreamName } from '../../../domain/event/stream'
import type {
  AppendResult,
  EventPage,
  Position,
  RecentEvents,
  RecordedEvent,
  Revision,
  StoredEvent,
} from '../../../domain/ports/event-store'
import { sequenceOfPosition, positionOfSequence } from './sequence-position'

/** The recent events of a log, updated by its only writer. */
export interface UpdatableRecentEvents extends RecentEvents {
  /** Sets the end of the log, as the store answered it. */
  readonly setHead: (head: Position | undefined) => void
  /** Adds events that were appended to a stream; a repeat adds nothing. */
  readonly addAppended: (stream: StreamName, events: ReadonlyArray<StoredEvent>, appended: AppendResult) => void
  /** Sets the last revision of a stream that was read to its end; -1 while it is empty. */
  readonly setEnd: (stream: StreamName, end: Revision) => void
  /** Called when the outcome of an append is unknown: nothing is answered until `setHead` is called. */
  readonly invalidate: () => void
}

/** The most events in memory; consumers that are further behind read the store. */
const maxEvents = 1024

/** The most streams whose ends are in memory. */
const maxStreams = 50_000

const logStart = '' as Position

const recordedEvents = (
  stream: StreamName,
  events: ReadonlyArray<StoredEvent>,
  { revision, position }: AppendResult,
): ReadonlyArray<RecordedEvent> => {
  const sequence = sequenceOfPosition(position)
  const before = events.length - 1
  return events.map((event, at) => ({
    ...event,
    stream,
    revision: revision - before + at,
    position: positionOfSequence(sequence - before + at),
  }))
}

/** Holds the last events, and the ends of the log and its streams. The sequence numbers have no gaps. */
export const updatableRecentEvents = (): UpdatableRecentEvents => {
  const ends = new LRUCache<StreamName, Revision>({ max: maxStreams })
  const bySequence = new Map<number, RecordedEvent>()
  let head: number | undefined
  /** Events before this sequence number are not in memory. */
  let oldest = 1

  const dropUpTo = (sequence: number): void => {
    for (; oldest <= sequence; oldest += 1) bySequence.delete(oldest)
  }
  /** Later appends come after this sequence number. */
  const begin = (sequence: number): void => {
    head = sequence
    oldest = sequence + 1
  }
  const put = (event: RecordedEvent): void => {
    const sequence = sequenceOfPosition(event.position)
    if (sequence >= oldest) bySequence.set(sequence, event)
  }
  const invalidate = (): void => {
    bySequence.clear()
    ends.clear()
    head = undefined
  }
  const setEnd = (stream: StreamName, end: Revision): void => {
    if (end > (ends.get(stream) ?? -Infinity)) ends.set(stream, end)
  }
  /** Undefined when an event is missing: its append is written, but not answered yet. */
  const between = (from: number, to: number): EventPage | undefined => {
    const page: RecordedEvent[] = []
    for (let sequence = from; sequence <= to; sequence += 1) {
      const event = bySequence.get(sequence)
      if (event === undefined) return undefined
      page.push(event)
    }
    return page
  }
  return {
    head: () => (head === undefined ? undefined : head === 0 ? logStart : positionOfSequence(head)),
    after: (position) => {
      if (head === undefined) return undefined
      const from = sequenceOfPosition(position || undefined) + 1
      return from > head ? [] : from < oldest ? undefined : between(from, head)
    },
    endOf: (stream) => (head === undefined ? undefined : ends.get(stream)),
    setHead: (position) => {
      if (head === undefined) begin(sequenceOfPosition(position))
    },
    addAppended: (stream, events, appended) => {
      setEnd(stream, appended.revision)
      if (appended.repeated) return
      const last = sequenceOfPosition(appended.position)
      if (head === undefined) begin(last)
      for (const event of recordedEvents(stream, events, appended)) put(event)
      head = Math.max(head ?? 0, last)
      dropUpTo(head - maxEvents)
    },
    setEnd,
    invalidate,
  }
}
