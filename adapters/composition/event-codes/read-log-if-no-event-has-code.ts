import { createHash } from 'node:crypto'
import type { EventStore, Position } from '../../../domain/ports/event-store'
import type { SummaryOfEventsWithoutCode } from '../../../retention/event-codes/summary-of-events-without-code'
import { eventBytesWithoutPosition } from '../../stores/migration/log-digest'
import { eventsOfPages } from '../../stores/migration/events-of-pages'

type ReadableLog = Pick<EventStore, 'readAll'>

/** The first events of a log, up to the first one that has a code. */
interface FirstEvents extends Pick<SummaryOfEventsWithoutCode, 'events' | 'digest'> {
  /** The position of the last of them; undefined when there are none. */
  readonly end: Position | undefined
}

/** Reads the events of a log that have no code, at most so many, and computes their digest. Throws when the log cannot be read. */
export const readLeadingEventsWithoutCode = async (log: ReadableLog, limit: number): Promise<FirstEvents> => {
  const hash = createHash('sha256')
  let events = 0
  let end: Position | undefined
  for await (const event of limit === 0 ? [] : eventsOfPages(log.readAll({ limit }))) {
    if (event.code !== undefined) break
    hash.update(eventBytesWithoutPosition(event))
    events += 1
    end = event.position
  }
  return { events, digest: hash.digest('hex'), end }
}

/** All events of a log, none of which has a code; undefined when one has. Throws when the log cannot be read. */
export const readLogIfNoEventHasCode = async (
  log: ReadableLog & Pick<EventStore, 'head'>,
): Promise<SummaryOfEventsWithoutCode | undefined> => {
  const head = await log.head()
  const { events, digest, end } = await readLeadingEventsWithoutCode(log, Infinity)
  return end === head ? { events, digest, ends: end === undefined ? [] : [end] } : undefined
}

/**
 * Whether the events of a log from before the codes are those that the ring has signed. Needs the log without the check
 * of codes, or with it. Throws when the log cannot be read.
 */
export const areEventsWithoutCodeUnchanged = async (
  log: ReadableLog,
  { events, digest }: SummaryOfEventsWithoutCode,
): Promise<boolean> => {
  const first = await readLeadingEventsWithoutCode(log, events)
  return first.events === events && first.digest === digest
}
