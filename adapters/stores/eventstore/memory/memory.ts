import type { StreamName } from '../../../../domain/event/stream'
import type { RecordedEvent } from '../../../../domain/ports/event-store'
import type { Standing, StreamSoFar } from '../decide-append'
import { placeOf } from '../position'
import type { Pages } from '../reading'

/** What a log in memory holds, in the order of the log and of each stream. */
export interface Memory {
  /** How many events the log holds. */
  readonly places: () => number
  /** How many events a stream holds. */
  readonly revisionsOf: (stream: StreamName) => number
  readonly soFar: (stream: StreamName) => StreamSoFar
  readonly add: (stream: StreamName, events: ReadonlyArray<RecordedEvent>) => void
  readonly pages: Pages
}

const standing = ({ id, revision, position }: RecordedEvent): Standing => ({ id, revision, place: placeOf(position) })

export const memory = (): Memory => {
  const log: Array<RecordedEvent> = []
  const streams = new Map<StreamName, Array<RecordedEvent>>()
  const of = (stream: StreamName): ReadonlyArray<RecordedEvent> => streams.get(stream) ?? []
  return {
    places: () => log.length,
    revisionsOf: (stream) => of(stream).length,
    soFar: (stream) => ({
      last: of(stream).length - 1,
      standingFrom: (first, count) =>
        of(stream)
          .slice(first, first + count)
          .map(standing),
      standingById: (ids) =>
        of(stream)
          .filter(({ id }) => ids.includes(id))
          .map(standing),
    }),
    add: (stream, events) => {
      log.push(...events)
      const own = streams.get(stream) ?? []
      own.push(...events)
      streams.set(stream, own)
    },
    pages: {
      ofLog: (after, count) => log.slice(after, after + count),
      forwards: (stream, from, count) => of(stream).slice(from, from + count),
      backwards: (stream, from, count) => {
        const end = Math.min(from + 1, of(stream).length)
        return of(stream)
          .slice(Math.max(0, end - count), Math.max(0, end))
          .reverse()
      },
    },
  }
}
