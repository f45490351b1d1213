import type { StreamName } from '../../../domain/event/stream'
import type { Page, ReadAll, ReadStream, Revision } from '../../../domain/ports/event-store'
import { placeOf } from './position'

/** The most events a page holds, unless a store is opened with another size. */
export const usualPageSize = 512

/** A page as it is read: at once, or when a server has answered. */
export type Reading = Page | Promise<Page>

/** One page at a time; each call stands for itself and holds nothing open. */
export interface Pages {
  readonly ofLog: (after: number, count: number) => Reading
  readonly forwards: (stream: StreamName, from: Revision, count: number) => Reading
  readonly backwards: (stream: StreamName, from: Revision, count: number) => Reading
}

/** Reads page after page until one comes out short or the limit is reached. `next` moves on from the last page. */
export async function* paged<Place>(
  read: (from: Place, count: number) => Reading,
  next: (page: Page, from: Place) => Place,
  start: Place,
  limit: number,
  size: number,
): AsyncGenerator<Page, void, undefined> {
  let from = start
  let left = limit
  while (left > 0) {
    const count = Math.min(left, size)
    const page = await read(from, count)
    if (page.length > 0) yield page
    if (page.length < count) return
    left -= page.length
    from = next(page, from)
  }
}

const lastOf = (page: Page): Revision => page.at(-1)?.revision ?? 0

/** Reads a log after a position, in pages. The log may grow meanwhile: what is appended is read as well. */
export const readingAll =
  (pages: Pages, size: number) =>
  (read: ReadAll): AsyncIterable<Page> =>
    paged(pages.ofLog, (page) => placeOf(page.at(-1)?.position), placeOf(read.after), read.limit ?? Infinity, size)

/** Reads one stream in pages, from its beginning or backwards from its end. */
export const readingStream =
  (pages: Pages, size: number) =>
  (stream: StreamName, read: ReadStream): AsyncIterable<Page> => {
    const limit = read.limit ?? Infinity
    return read.direction === 'forwards'
      ? paged(
          (from, count) => pages.forwards(stream, from, count),
          (page) => lastOf(page) + 1,
          read.from ?? 0,
          limit,
          size,
        )
      : paged(
          (from, count) => pages.backwards(stream, from, count),
          (page) => lastOf(page) - 1,
          read.from ?? Number.MAX_SAFE_INTEGER,
          limit,
          size,
        )
  }
