import { createHash } from 'node:crypto'
import type { EventPage, EventStore, Position } from '../../../domain/ports/event-store'
import { pagesUpTo } from '../../../domain/ports/pages-up-to'
import { eventBytesWithoutPosition, type LogDigest } from './log-digest'

/** A log up to a position, and the digest of what was read of it. */
export interface LogUntil {
  readonly pages: AsyncIterable<EventPage>
  /** What was read; undefined when it does not end with the last event that was wanted. Call it after all pages. */
  readonly digest: () => LogDigest | undefined
}

/** Reads a log up to and including the event at `last`; nothing when it is undefined. Throws when it cannot be read. */
export const readLogUntil = (log: Pick<EventStore, 'readAll'>, last: Position | undefined): LogUntil => {
  const hash = createHash('sha256')
  let [events, end] = [0, undefined as Position | undefined]
  const readPages = async function* (): AsyncGenerator<EventPage, void, undefined> {
    for await (const page of pagesUpTo(log.readAll({}), last)) {
      for (const event of page) hash.update(eventBytesWithoutPosition(event))
      events += page.length
      end = page.at(-1)?.position
      yield page
    }
  }
  return { pages: readPages(), digest: () => (end === last ? { events, digest: hash.digest('hex') } : undefined) }
}
