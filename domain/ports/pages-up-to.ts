import type { EventPage, Position } from './event-store'

/** Pages as a store reads them, or pages that are in memory. */
export type EventPages = AsyncIterable<EventPage> | ReadonlyArray<EventPage>

/** Pages in log order, up to the event at a position, which is included; none without a position. */
export async function* pagesUpTo(
  pages: EventPages,
  last: Position | undefined,
): AsyncGenerator<EventPage, void, undefined> {
  if (last === undefined) return
  for await (const page of pages) {
    const end = page.at(-1)?.position ?? ''
    const within = end > last ? page.filter(({ position }) => position <= last) : page
    if (within.length > 0) yield within
    if (end >= last) return
  }
}
