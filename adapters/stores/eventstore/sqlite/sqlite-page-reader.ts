import type { StreamName } from '../../../../domain/event/stream'
import type { EventId } from '../../../../domain/values/ids'
import type { EventPage, OutOfRangeEventMember, RecordedEvent, Revision } from '../../../../domain/ports/event-store'
import { throwableStoreError } from '../../throwable-store-error'
import { createDamagedIndexError } from '../../sqlite/damaged-index-error'
import { addFileNameToError, sqliteUnavailable } from '../../sqlite/sqlite-failure'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { sqlParameterHiddenFromPlanner } from '../../sqlite/sql-parameter-hidden-from-planner'
import {
  isSequenceNumber,
  greatestSequenceNumber,
  placeholderPositionOutOfRange,
  positionOfSequence,
} from '../sequence-position'
import { isRevision } from '../validate-append'
import type { EventPageReader } from '../read-event-pages'
import { createCheckForEventsHiddenByIndex } from './event-hidden-by-index-check'
import type { LogCache } from './log-cache'

/** A row as an array in the order of `columns`: cheaper than a row as an object. */
type Row = [number, StreamName | null, Revision, string, string, number, string, string, Uint8Array, Uint8Array | null]

/** The columns of a row. A copy of a log from before the codes has no column for them. */
const columnsOf = (db: SqliteDatabase): string => {
  const names = db.prepare<[], string>(`SELECT name FROM pragma_table_info('events')`).pluck().all()
  const code = names.includes('code') ? 'e.code' : 'NULL'
  return `e.position, s.name, e.revision, hex(e.id), e.type, e.version, e.recorded, e.open, e.sealed, ${code}`
}

/** The name of the stream of a row that belongs to none: only its code tells that it was changed. */
const noStream = '' as StreamName

/** An event whose stream does not exist is read too: its code does not match. */
const logRows = (db: SqliteDatabase): string =>
  `SELECT ${columnsOf(db)} FROM events e LEFT JOIN streams s ON s.id = e.stream`

const logPageSql = (db: SqliteDatabase): string =>
  `${logRows(db)} WHERE e.position > ? AND e.position <= ${greatestSequenceNumber} ORDER BY e.position LIMIT ${sqlParameterHiddenFromPlanner}`

/** The index (`i`) finds the events of a stream; their rows (`e`) must be those of the same stream and revision. */
const streamRows = (
  db: SqliteDatabase,
): string => `SELECT ${columnsOf(db)} FROM streams s CROSS JOIN events i ON i.stream = s.id
  LEFT JOIN events e ON e.position = i.position AND +e.stream = i.stream AND +e.revision = i.revision WHERE s.name = ?`

const revisionsOf = (rows: ReadonlyArray<Row>): ReadonlyArray<Revision> => rows.map(([, , revision]) => revision)

const uuidOfHex = (hex: string): EventId =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`.toLowerCase() as EventId

const hexDigitsOfId = 32

/** Which value of a row no append writes: SQLite stores whole numbers up to 2^63, and ids of any length. */
const rangeFaultOf = ([sequence, , revision, id]: Row): OutOfRangeEventMember | undefined => {
  if (!isSequenceNumber(sequence)) return 'position'
  if (!isRevision(revision)) return 'revision'
  return id.length === hexDigitsOfId ? undefined : 'id'
}

const recordedEvent = (row: Row): RecordedEvent => {
  const rangeFault = rangeFaultOf(row)
  const event: RecordedEvent = {
    id: uuidOfHex(row[3]),
    type: row[4],
    version: row[5],
    recorded: row[6],
    open: row[7],
    sealed: row[8],
    stream: row[1] ?? noStream,
    revision: row[2],
    position: rangeFault === 'position' ? placeholderPositionOutOfRange : positionOfSequence(row[0]),
    code: row[9] ?? undefined,
  }
  return rangeFault === undefined ? event : { ...event, rangeFault }
}

/** A row whose index entry points to the row of another event, or to none, has no columns. */
const requireRows = (rows: ReadonlyArray<Row | [null]>): ReadonlyArray<Row> => {
  if (rows.some(([position]) => position === null)) throw createDamagedIndexError()
  return rows as ReadonlyArray<Row>
}

/** Fetches all rows in one call, so that no read transaction stays open and blocks a WAL checkpoint. */
const pageReaderOf =
  ({ name }: SqliteDatabase) =>
  (read: () => ReadonlyArray<Row>): EventPage => {
    try {
      return read().map(recordedEvent)
    } catch (error) {
      throw throwableStoreError(addFileNameToError(name)(sqliteUnavailable(error)), error)
    }
  }

/**
 * Reads pages of a log's file, up to the last acknowledged append; recent events are read from memory. Throws an Error
 * that is also a StoreUnavailable when the file cannot be read, or when an index is seen to hide events.
 */
export const createSqlitePageReader = (db: SqliteDatabase, cache: LogCache): EventPageReader => {
  const logPageStatement = db.prepare<[number, number], Row>(logPageSql(db)).raw()
  const forwardsStatement = db
    .prepare<[string, number, number], Row | [null]>(
      `${streamRows(db)} AND i.revision >= ? ORDER BY i.revision LIMIT ${sqlParameterHiddenFromPlanner}`,
    )
    .raw()
  const backwardsStatement = db
    .prepare<[string, number, number], Row | [null]>(
      `${streamRows(db)} AND i.revision <= ? ORDER BY i.revision DESC LIMIT ${sqlParameterHiddenFromPlanner}`,
    )
    .raw()
  const requireNoneHidden = createCheckForEventsHiddenByIndex(db)
  const readPage = pageReaderOf(db)
  return {
    // Consumers that have caught up ask after the end of the log or the stream; the cached ends answer without a query.
    logPage: (after, limit) =>
      cache.eventsAfter(after, limit) ??
      readPage(() => logPageStatement.all(after, Math.min(limit, cache.lastSequence() - after))),
    streamPageForwards: (stream, from, count) =>
      readPage(() => {
        const last = cache.lastRevision(stream)
        if (from > last) return []
        const rows = requireRows(forwardsStatement.all(stream, from, count))
        const atLeast = Math.min(count, last - from + 1)
        requireNoneHidden({ stream, revisions: revisionsOf(rows), first: from, step: 1, atLeast })
        return rows
      }),
    streamPageBackwards: (stream, from, count) =>
      readPage(() => {
        const last = cache.lastRevision(stream)
        const rows = requireRows(backwardsStatement.all(stream, from, count))
        const first = Math.min(from, Math.max(last, rows[0]?.[2] ?? -1))
        requireNoneHidden({
          stream,
          revisions: revisionsOf(rows),
          first,
          step: -1,
          atLeast: Math.min(count, first + 1),
        })
        return rows
      }),
  }
}

/**
 * Reads pages of a whole log from a file that another thread writes: what is committed, and nothing from memory. Throws as
 * `createSqlitePageReader` does.
 */
export const createPageReaderOfWholeLog = (db: SqliteDatabase): ((after: number, limit: number) => EventPage) => {
  const statement = db.prepare<[number, number], Row>(logPageSql(db)).raw()
  const readPage = pageReaderOf(db)
  return (after, limit) => readPage(() => statement.all(after, limit))
}

/** The most events out of range that are read. */
const maxOutOfRange = 100

/**
 * Reads the events whose position is out of range: they are first and last in the table, so the search is quick. Throws
 * the error of a store when the file cannot be read.
 */
export const readerOfEventsWithPositionOutOfRange = (db: SqliteDatabase): (() => EventPage) => {
  const statement = db
    .prepare<[], Row>(
      `SELECT * FROM (${logRows(db)} WHERE e.position < 1 UNION ALL ${logRows(db)} WHERE e.position > ${greatestSequenceNumber})
       LIMIT ${maxOutOfRange}`,
    )
    .raw()
  const readPage = pageReaderOf(db)
  return () => readPage(() => statement.all())
}

/**
 * Reads one event from the tables alone, whatever the indexes say; undefined when it is not there. Reads the whole log,
 * which takes about a second for each million events. Throws the error of a store when the file cannot be read.
 */
export const eventReaderWithoutIndexes = (db: SqliteDatabase) => {
  const statement = db
    .prepare<[string, number], Row>(
      `SELECT ${columnsOf(db)} FROM events e NOT INDEXED CROSS JOIN streams s ON s.id = e.stream
       WHERE e.stream IN (SELECT id FROM streams NOT INDEXED WHERE name = ?) AND e.revision = ? LIMIT 1`,
    )
    .raw()
  const readPage = pageReaderOf(db)
  return (stream: StreamName, revision: Revision): RecordedEvent | undefined =>
    readPage(() => statement.all(stream, revision))[0]
}
