import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { isEventDamage } from '../command-handling/event-damage'
import type { LoadDependencies } from '../command-handling/load-aggregate'
import { decodeEvent, openEvent, type EventReadError, type SealedEvent } from '../command-handling/open-event'
import type { EventWithMetadata } from '../event/domain-event'
import type { LogName, StreamAddress, StreamName } from '../event/stream'
import type { EventPage, EventStore, RecordedEvent, Revision } from '../ports/event-store'
import type { ScopeKeys } from '../ports/scope-keys'

/** Where the events of some records of one person stand. */
export interface RecordsInStream extends StreamAddress {
  /** The ids of the records, when the stream has records of others too; undefined when every event is of the person. */
  readonly records: ReadonlySet<string> | undefined
}

/** What reading the events of records needs. `beginsRecord`: whether an event of this type is the first of a record. */
export interface ReadRecordsDependencies extends Pick<LoadDependencies, 'eventTable'> {
  readonly stores: Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>
  readonly keys: Pick<ScopeKeys, 'openParts'>
  readonly beginsRecord: (type: string) => boolean
}

/** More than a record has, as a rule. */
const eventsOfPage = 32

/** The events of a stream in small pages, newest first: no more of a long stream is read than is needed. */
async function* pagesBackwards(store: Pick<EventStore, 'readStream'>, stream: StreamName): AsyncIterable<EventPage> {
  let from: Revision | undefined
  for (;;) {
    const page: RecordedEvent[] = []
    const options = { direction: 'backwards', limit: eventsOfPage, ...(from === undefined ? {} : { from }) } as const
    for await (const part of store.readStream(stream, options)) page.push(...part)
    yield page
    const { revision = 0 } = page.at(-1) ?? {}
    if (page.length < eventsOfPage || revision === 0) return
    from = revision - 1
  }
}

const namesOneOf = (records: ReadonlySet<string>, { open }: SealedEvent): boolean =>
  Object.values(open).some((value) => typeof value === 'string' && records.has(value))

/**
 * Reads the events of records in one stream, oldest first, with all their parts open. It reads backwards until each record
 * has begun: a copy that was lent a thousand times is not read whole. A damaged event is left out, as from every answer.
 */
export const readEventsOfRecords =
  ({ eventTable, keys, stores, beginsRecord }: ReadRecordsDependencies) =>
  ({ log, stream, records }: RecordsInStream): TaskEither<EventReadError, ReadonlyArray<EventWithMetadata>> =>
  async () => {
    const decode = decodeEvent(eventTable)(log)
    const open = openEvent(eventTable, keys)(() => true)
    const sought = new Set(records)
    const events: EventWithMetadata[] = []
    for await (const page of pagesBackwards(stores[log], stream))
      for (const stored of page) {
        const decoded = decode(stored)
        if (decoded._tag === 'Left' || (records !== undefined && !namesOneOf(records, decoded.right))) continue
        const opened = await open(decoded.right)()
        if (opened._tag === 'Left' && !isEventDamage(opened.left)) return opened
        if (opened._tag === 'Right') events.push(opened.right)
        if (beginsRecord(stored.type)) for (const id of Object.values(decoded.right.open)) sought.delete(String(id))
        if (records !== undefined && sought.size === 0) return E.right(events.reverse())
      }
    return E.right(events.reverse())
  }
