import { createHash } from 'node:crypto'
import type { EventPage, EventStore, Position } from '../../../domain/ports/event-store'
import { eventBytes, type LogDigest } from './log-digest'

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
    if (last === undefined) return
    for await (const page of log.readAll({})) {
      const until = page.filter(({ position }) => position <= last)
      for (const event of until) hash.update(eventBytes(event))
      events += until.length
      end = until.at(-1)?.position ?? end
      yield until
      if (until.length < page.length) return
    }
  }
  return { pages: readPages(), digest: () => (end === last ? { events, digest: hash.digest('hex') } : undefined) }
}
