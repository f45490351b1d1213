import type { EventPage, Position } from '../../../domain/ports/event-store'

/** Pages as a store reads them, or pages that are in memory. */
export type Pages = AsyncIterable<EventPage> | ReadonlyArray<EventPage>

/** Whether the process knows from memory that there is nothing to read. */
export const hasNoPages = (pages: Pages): boolean => 'length' in pages && pages.length === 0

/** Reads pages in log order up to the event at a position, which is included, and stops there. */
export async function* pagesUntil(pages: Pages, last: Position): AsyncGenerator<EventPage, void, undefined> {
  for await (const page of pages) {
    const isAfter = (page.at(-1)?.position ?? '') > last
    yield isAfter ? page.filter(({ position }) => position <= last) : page
    if (isAfter) return
  }
}
