import type { StreamName } from '../../../../domain/event/stream'
import type { RecordedEvent } from '../../../../domain/ports/event-store'
import type { EventLocation, StreamStateForAppend } from '../decide-append'
import { sequenceOfPosition } from '../sequence-position'
import type { EventPageReader } from '../read-event-pages'

/** The events of a log in memory, in the order of the log and of each stream. */
export interface MemoryEvents {
  /** Events in the log. */
  readonly eventCount: () => number
  /** Events in a stream. */
  readonly streamLength: (stream: StreamName) => number
  readonly streamState: (stream: StreamName) => StreamStateForAppend
  readonly add: (stream: StreamName, events: ReadonlyArray<RecordedEvent>) => void
  readonly pageReader: EventPageReader
}

const locationOf = ({ id, revision, position }: RecordedEvent): EventLocation => ({
  id,
  revision,
  sequence: sequenceOfPosition(position),
})

export const createMemoryEvents = (): MemoryEvents => {
  const log: Array<RecordedEvent> = []
  const streams = new Map<StreamName, Array<RecordedEvent>>()
  const eventsIn = (stream: StreamName): ReadonlyArray<RecordedEvent> => streams.get(stream) ?? []
  return {
    eventCount: () => log.length,
    streamLength: (stream) => eventsIn(stream).length,
    streamState: (stream) => ({
      lastRevision: eventsIn(stream).length - 1,
      eventsFrom: (first, count) =>
        eventsIn(stream)
          .slice(first, first + count)
          .map(locationOf),
      eventsById: (ids) =>
        eventsIn(stream)
          .filter(({ id }) => ids.includes(id))
          .map(locationOf),
    }),
    add: (stream, events) => {
      log.push(...events)
      const streamEvents = streams.get(stream) ?? []
      streamEvents.push(...events)
      streams.set(stream, streamEvents)
    },
    pageReader: {
      logPage: (after, count) => log.slice(after, after + count),
      streamPageForwards: (stream, from, count) => eventsIn(stream).slice(from, from + count),
      streamPageBackwards: (stream, from, count) => {
        const end = Math.min(from + 1, eventsIn(stream).length)
        return eventsIn(stream)
          .slice(Math.max(0, end - count), Math.max(0, end))
          .reverse()
      },
    },
  }
}
