import type { StreamName } from '../../../../domain/event/stream'
import type { EventId } from '../../../../domain/values/ids'
import type { EventPage, RecordedEvent, Revision } from '../../../../domain/ports/event-store'
import { storeError } from '../../store-error'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import type { Db } from '../../sqlite/open-database'
import { opaqueParameter } from '../../sqlite/opaque-parameter'
import { positionOfSequence } from '../sequence-position'
import type { PageReader } from '../read-in-pages'
import type { LogCache } from './log-cache'

/** A row as an array in the order of `columns`: cheaper than a row as an object. */
type Row = [number, StreamName, Revision, string, string, number, string, string, Uint8Array]

const columns = 'position, name, revision, hex(e.id), type, version, recorded, open, sealed'
const logRows = `SELECT ${columns} FROM events e CROSS JOIN streams s ON s.id = e.stream`
const streamRows = `SELECT ${columns} FROM streams s CROSS JOIN events e ON e.stream = s.id WHERE s.name = ?`

const uuidOfHex = (hex: string): EventId =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`.toLowerCase() as EventId

const recordedEvent = (row: Row): RecordedEvent => ({
  id: uuidOfHex(row[3]),
  type: row[4],
  version: row[5],
  recorded: row[6],
  open: row[7],
  sealed: row[8],
  stream: row[1],
  revision: row[2],
  position: positionOfSequence(row[0]),
})

/** Fetches all rows in one call, so that no read transaction stays open and blocks a WAL checkpoint. */
const readPage = (read: () => ReadonlyArray<Row>): EventPage => {
  try {
    return read().map(recordedEvent)
  } catch (error) {
    throw storeError(sqliteUnavailable(error), error)
  }
}

/**
 * Reads pages of a log's file, up to the last acknowledged append; recent events are read from memory. Throws an Error
 * that is also a StoreUnavailable when the file cannot be read.
 */
export const sqlitePageReader = (db: Db, cache: LogCache): PageReader => {
  const logPageStatement = db
    .prepare<[number, number], Row>(`${logRows} WHERE e.position > ? ORDER BY e.position LIMIT ${opaqueParameter}`)
    .raw()
  const forwardsStatement = db
    .prepare<[string, number, number], Row>(
      `${streamRows} AND e.revision >= ? ORDER BY e.revision LIMIT ${opaqueParameter}`,
    )
    .raw()
  const backwardsStatement = db
    .prepare<[string, number, number], Row>(
      `${streamRows} AND e.revision <= ? ORDER BY e.revision DESC LIMIT ${opaqueParameter}`,
    )
    .raw()
  return {
    // Consumers that have caught up ask after the end of the log or the stream; the cached ends answer without a query.
    logPage: (after, limit) =>
      cache.eventsAfter(after, limit) ??
      readPage(() => logPageStatement.all(after, Math.min(limit, cache.lastSequence() - after))),
    streamPageForwards: (stream, from, count) =>
      from > cache.lastRevision(stream) ? [] : readPage(() => forwardsStatement.all(stream, from, count)),
    streamPageBackwards: (stream, from, count) => readPage(() => backwardsStatement.all(stream, from, count)),
  }
}
