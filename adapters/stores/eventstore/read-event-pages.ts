import { setImmediate } from 'node:timers/promises'
import type { StreamName } from '../../../domain/event/stream'
import type { EventPage, ReadAllOptions, ReadStreamOptions, Revision } from '../../../domain/ports/event-store'
import { sequenceOfPosition } from './sequence-position'

/** The most events on a page, unless a store is opened with another size. */
export const defaultEventPageSize = 512

/** Embedded stores answer a page synchronously, servers with a promise. */
type PageOrPromise = EventPage | Promise<EventPage>

/** Reads single pages. Each call is independent and keeps no cursor or transaction open. */
export interface EventPageReader {
  readonly logPage: (after: number, count: number) => PageOrPromise
  readonly streamPageForwards: (stream: StreamName, from: Revision, count: number) => PageOrPromise
  readonly streamPageBackwards: (stream: StreamName, from: Revision, count: number) => PageOrPromise
}

/**
 * Reads page after page until a page has fewer events than asked for, or the limit is reached. Between two pages, the
 * process does what else waits: an embedded store answers at once, and a long log would hold everybody up.
 */
export async function* readEventPages<Cursor>(
  read: (from: Cursor, count: number) => PageOrPromise,
  nextCursor: (page: EventPage, from: Cursor) => Cursor,
  start: Cursor,
  limit: number,
  pageSize: number,
): AsyncGenerator<EventPage, void, undefined> {
  let from = start
  let remaining = limit
  while (remaining > 0) {
    const count = Math.min(remaining, pageSize)
    const answer = read(from, count)
    const page = 'then' in answer ? await answer : answer
    if (page.length > 0) yield page
    remaining -= page.length
    if (page.length < count || remaining === 0) return
    from = nextCursor(page, from)
    await setImmediate()
  }
}

const lastRevisionOf = (page: EventPage): Revision => page.at(-1)?.revision ?? 0

/** Called once for each read of a log; answers how that read gets its pages. */
export type LogReadStarter = () => EventPageReader['logPage']

/** Reads a log after a position, in pages. Events that are appended during the read are read too. */
export const readAllInPages =
  (beginRead: LogReadStarter, pageSize: number) =>
  (read: ReadAllOptions): AsyncIterable<EventPage> =>
    readEventPages(
      beginRead(),
      (page) => sequenceOfPosition(page.at(-1)?.position),
      sequenceOfPosition(read.after),
      read.limit ?? Infinity,
      Math.min(pageSize, read.maxPageSize ?? pageSize),
    )

/** Reads one stream in pages: forwards from its beginning or backwards from its end, unless `from` is given. */
export const readStreamInPages =
  (pageReader: Omit<EventPageReader, 'logPage'>, pageSize: number) =>
  (stream: StreamName, read: ReadStreamOptions): AsyncIterable<EventPage> => {
    const limit = read.limit ?? Infinity
    return read.direction === 'forwards'
      ? readEventPages(
          (from, count) => pageReader.streamPageForwards(stream, from, count),
          (page) => lastRevisionOf(page) + 1,
          read.from ?? 0,
          limit,
          pageSize,
        )
      : readEventPages(
          (from, count) => pageReader.streamPageBackwards(stream, from, count),
          (page) => lastRevisionOf(page) - 1,
          read.from ?? Number.MAX_SAFE_INTEGER,
          limit,
          pageSize,
        )
  }
