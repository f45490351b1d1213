import { createHash } from 'node:crypto'
import type { EventStore, RecordedEvent } from '../../../domain/ports/event-store'
import { encodeTuple } from '../../../retention/sealing/encode-tuple'
import { eventsOfPages } from './events-of-pages'

/** The bytes of an event without its position, whose form differs between stores. With its code, if it has one. */
export const eventBytesWithoutPosition = (event: RecordedEvent): Buffer =>
  encodeTuple([
    event.stream,
    String(event.revision),
    event.id,
    event.type,
    String(event.version),
    event.recorded,
    event.open,
    event.sealed,
    ...(event.code === undefined ? [] : [event.code]),
  ])

/** Two logs have the same digest only when they hold the same events in the same order. */
export interface LogDigest {
  readonly events: number
  /** SHA-256, as hexadecimal digits. */
  readonly digest: string
}

/** Reads a whole log and computes its digest. Throws when the log cannot be read. */
export const logDigestOf = async (log: Pick<EventStore, 'readAll'>): Promise<LogDigest> => {
  const hash = createHash('sha256')
  let events = 0
  for await (const event of eventsOfPages(log.readAll({}))) {
    hash.update(eventBytesWithoutPosition(event))
    events += 1
  }
  return { events, digest: hash.digest('hex') }
}
