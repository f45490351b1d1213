import type { Page, RecordedEvent } from '../../../../domain/ports/event-store'

/** The log's newest events, kept in memory: whoever follows the log reads them a moment after they were appended. */
export interface RecentEvents {
  /** Adds events that stand side by side in the log; `first` is the place of the first. */
  readonly add: (first: number, events: ReadonlyArray<RecordedEvent>) => void
  /** At most so many events after a place; nothing when some of them are no longer kept. */
  readonly after: (place: number, count: number) => Page | undefined
}

/** About so many characters and bytes of events are kept. */
const mostKept = 4_194_304

const sizeOf = ({ open, sealed }: RecordedEvent): number => 200 + open.length + sealed.length

export const recentEvents = (most = mostKept): RecentEvents => {
  let kept: RecordedEvent[] = []
  /** The place of the first event in `kept`. */
  let start = 1
  let size = 0
  const clear = (): void => {
    kept = []
    size = 0
  }
  return {
    add: (first, events) => {
      if (first !== start + kept.length) clear()
      if (kept.length === 0) start = first
      for (const event of events) {
        kept.push(event)
        size += sizeOf(event)
      }
      if (size < 2 * most) return
      let dropped = 0
      for (const event of kept) {
        if (size <= most) break
        size -= sizeOf(event)
        dropped += 1
      }
      kept = kept.slice(dropped)
      start += dropped
    },
    after: (place, count) => {
      const from = place + 1 - start
      return from < 0 || kept.length === 0 ? undefined : kept.slice(from, from + count)
    },
  }
}
