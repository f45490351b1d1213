import type { EventPage, RecordedEvent } from '../../../../domain/ports/event-store'

/** The newest events of a log, in memory: consumers of the log read them soon after they were appended. */
interface NewestEvents {
  /** Adds consecutive events; `first` is the sequence number of the first. */
  readonly add: (first: number, events: ReadonlyArray<RecordedEvent>) => void
  /** The next `count` events after a sequence number; undefined when some of them are not in memory. */
  readonly after: (sequence: number, count: number) => EventPage | undefined
  readonly clear: () => void
}

/** The characters and bytes of the events in memory, about. */
const defaultMaxSize = 4_194_304

const sizeOf = ({ open, sealed }: RecordedEvent): number => 200 + open.length + sealed.length

export const createNewestEventsCache = (maxSize = defaultMaxSize): NewestEvents => {
  let cached: RecordedEvent[] = []
  /** The sequence number of the first event in `cached`. */
  let start = 1
  let size = 0
  const clear = (): void => {
    cached = []
    size = 0
  }
  return {
    add: (first, events) => {
      if (first !== start + cached.length) clear()
      if (cached.length === 0) start = first
      for (const event of events) {
        cached.push(event)
        size += sizeOf(event)
      }
      if (size < 2 * maxSize) return
      let dropped = 0
      for (const event of cached) {
        if (size <= maxSize) break
        size -= sizeOf(event)
        dropped += 1
      }
      cached = cached.slice(dropped)
      start += dropped
    },
    after: (sequence, count) => {
      const from = sequence + 1 - start
      return from < 0 || from + count > cached.length ? undefined : cached.slice(from, from + count)
    },
    clear,
  }
}
