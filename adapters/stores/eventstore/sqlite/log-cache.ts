import type { StreamName } from '../../../../domain/event/stream'
import type {
  EventPage,
  RecentEvents,
  RecordedEvent,
  Revision,
  StoredEvent,
} from '../../../../domain/ports/event-store'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { positionOfSequence, sequenceOfPosition } from '../sequence-position'
import { createNewestEventsCache } from './newest-events-cache'
import type { SentAppendResult } from './log-writer-protocol'
import { createStreamEndCache } from './stream-end-cache'

/** What is in memory of a log that only this process writes: its newest events, its end and the ends of its streams. */
export interface LogCache {
  readonly recent: RecentEvents
  /** The events after a sequence number, at most `limit`, up to the last acknowledged one; undefined: only the file has them. */
  readonly eventsAfter: (sequence: number, limit: number) => EventPage | undefined
  /** The last revision of a stream, -1 while it is empty. Reads the file when it is not in memory. */
  readonly lastRevision: (stream: StreamName) => Revision
  /** The sequence number of the last acknowledged event, 0 while there is none. */
  readonly lastSequence: () => number
  /** Called when an append is acknowledged, in the order of the log. */
  readonly acknowledge: (stream: StreamName, appended: SentAppendResult, events: ReadonlyArray<StoredEvent>) => void
  /** Removes the events from memory, because their positions have changed. */
  readonly removeEvents: () => void
}

const recordedEvents = (
  stream: StreamName,
  [revision, sequence]: SentAppendResult,
  events: ReadonlyArray<StoredEvent>,
): ReadonlyArray<RecordedEvent> => {
  const before = events.length - 1
  return events.map((event, at) => ({
    ...event,
    stream,
    revision: revision - before + at,
    position: positionOfSequence(sequence - before + at),
  }))
}

export const createLogCache = (db: SqliteDatabase): LogCache => {
  const ends = createStreamEndCache(db)
  const newest = createNewestEventsCache()
  const eventsAfter: LogCache['eventsAfter'] = (sequence, limit) => {
    const count = Math.min(limit, ends.lastSequence() - sequence)
    return count <= 0 ? [] : newest.after(sequence, count)
  }
  return {
    recent: {
      head: () => (ends.lastSequence() === 0 ? '' : positionOfSequence(ends.lastSequence())),
      after: (position) => eventsAfter(sequenceOfPosition(position || undefined), Infinity),
      endOf: ends.cachedLastRevision,
    },
    eventsAfter,
    lastRevision: ends.lastRevision,
    lastSequence: ends.lastSequence,
    acknowledge: (stream, appended, events) => {
      const [revision, sequence, isRepeated] = appended
      // A repeat says nothing new, and its stream may go on after it.
      if (isRepeated) return
      newest.add(sequence - events.length + 1, recordedEvents(stream, appended, events))
      ends.advance(stream, revision, sequence)
    },
    removeEvents: newest.clear,
  }
}
