import { createHash } from 'node:crypto'
import type { EventStore, RecordedEvent } from '../../../domain/ports/event-store'
import { tuple } from '../../../retention/sealing/tuple'
import { eventsIn } from './events-in'

/** All that a log says of an event but its position, which every store gives in a form of its own. */
export const bytesOf = (event: RecordedEvent): Buffer =>
  tuple([
    event.stream,
    String(event.revision),
    event.id,
    event.type,
    String(event.version),
    event.recorded,
    event.open,
    event.sealed,
  ])

/** What a log holds, in one number that two logs share only when they hold the same events in the same order. */
export interface LogDigest {
  readonly events: number
  /** SHA-256, as hexadecimal digits. */
  readonly digest: string
}

/** Reads a whole log. Throws what the store throws when it cannot be read. */
export const digestOf = async (log: Pick<EventStore, 'readAll'>): Promise<LogDigest> => {
  const hash = createHash('sha256')
  let events = 0
  for await (const event of eventsIn(log.readAll({}))) {
    hash.update(bytesOf(event))
    events += 1
  }
  return { events, digest: hash.digest('hex') }
}
