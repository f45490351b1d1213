import type { Pool } from 'pg'
import type {
  EventPage,
  OutOfRangeEventMember,
  RecordedEvent,
  StoreUnavailable,
} from '../../../../domain/ports/event-store'
import { convertRejectionToStoreError } from '../../postgres/postgres-failure'
import { throwableStoreError } from '../../throwable-store-error'
import { greatestSequenceNumber, placeholderPositionOutOfRange, positionDigits } from '../sequence-position'
import { isRevision } from '../validate-append'
import type { EventPageReader } from '../read-event-pages'
import type { LastShuffledSequenceRange } from '../reads-during-shuffle'

/** Columns named like the members of RecordedEvent, so that a row needs no mapping: a mapping costs a tenth of the read. */
const columns = `id, type, version, recorded, open, sealed, code, stream, revision::float8 AS revision,
  CASE WHEN e.position BETWEEN 1 AND ${greatestSequenceNumber} THEN lpad(e.position::text, ${positionDigits}, '0')
    ELSE '${placeholderPositionOutOfRange}' END AS position`
const events = `SELECT ${columns} FROM log.events e`

/** A row as the driver answers it: an event that is older than the codes has null as its code. */
type Row = Omit<RecordedEvent, 'code'> & { readonly code: Uint8Array | null }

const rangeFaultOf = ({ position, revision }: Row): OutOfRangeEventMember | undefined => {
  if (position === placeholderPositionOutOfRange) return 'position'
  return isRevision(revision) ? undefined : 'revision'
}

type UsualRow = Row & { readonly code: Uint8Array }

const isUsual = (row: Row): row is UsualRow => row.code !== null && rangeFaultOf(row) === undefined

const toEvent = (row: Row): RecordedEvent => {
  const rangeFault = rangeFaultOf(row)
  const event = { ...row, code: row.code ?? undefined }
  return rangeFault === undefined ? event : { ...event, rangeFault }
}

/** Only pages with events that are older than the codes, or out of range, need a mapping. */
const toPage = (rows: ReadonlyArray<Row>): EventPage => (rows.every(isUsual) ? rows : rows.map(toEvent))

/** The last shuffle as a row in the columns of an event. It is read with each page, so that it is of the same moment. */
const lastShuffleRow = `SELECT NULL::uuid, '', 0, after_position::text, before_position::text, NULL::bytea, NULL::bytea,
  '', times::float8, '', NULL::bigint FROM log.last_shuffle`

const lastShuffleOf = ({ revision, recorded, open }: Row): LastShuffledSequenceRange => ({
  times: revision,
  after: Number(recorded),
  before: Number(open),
})

/**
 * The events of a page in their order, and after them the row of the last shuffle. The page size is part of the SQL text:
 * for a parameter the planner would assume a tenth of the log.
 */
const logPageStatement = (count: number) => ({
  name: `page of log ${count}`,
  text: `SELECT id, type, version, recorded, open, sealed, code, stream, revision, position FROM (
      (SELECT ${columns}, e.position AS place FROM log.events e
        WHERE e.position > $1 AND e.position <= ${greatestSequenceNumber} ORDER BY e.position LIMIT ${count})
      UNION ALL ${lastShuffleRow}
    ) AS page ORDER BY place NULLS LAST`,
})
const forwardsStatement = {
  name: 'page forwards',
  text: `${events} WHERE stream = $1 AND e.revision >= $2 ORDER BY e.revision LIMIT $3`,
}
const outOfRangeStatement = {
  name: 'events out of range',
  text: `SELECT * FROM (${events} WHERE e.position < 1 UNION ALL ${events} WHERE e.position > ${greatestSequenceNumber}) o LIMIT 100`,
}
const backwardsStatement = {
  name: 'page backwards',
  text: `${events} WHERE stream = $1 AND e.revision <= $2 ORDER BY e.revision DESC LIMIT $3`,
}

/** A page of a log, and the last shuffle when it was read. */
interface LogPage {
  readonly page: EventPage
  readonly lastShuffle: LastShuffledSequenceRange
}

/** Reads the events of a log in pages, and at most 100 whose position is out of range. */
export interface PostgresPageReader extends Omit<EventPageReader, 'logPage'> {
  readonly readLogPage: (after: number, count: number) => Promise<LogPage>
  readonly eventsOutOfRange: () => Promise<EventPage>
}

const noLastShuffle: StoreUnavailable = {
  _tag: 'StoreUnavailable',
  reason: 'the table log.last_shuffle is empty: somebody has deleted its row',
}

/** Reads pages of a log. Rejects with an Error that is also a StoreUnavailable when the database cannot be read. */
export const createPostgresPageReader = (pool: Pool): PostgresPageReader => {
  const readRows = async (
    statement: { readonly name: string; readonly text: string },
    values: ReadonlyArray<string | number>,
  ): Promise<Row[]> => {
    const { rows } = await convertRejectionToStoreError(pool.query<Row>({ ...statement, values: [...values] }))
    return rows
  }
  const readPage = async (...query: Parameters<typeof readRows>): Promise<EventPage> => toPage(await readRows(...query))
  return {
    eventsOutOfRange: () => readPage(outOfRangeStatement, []),
    readLogPage: async (after, count) => {
      const rows = await readRows(logPageStatement(count), [after])
      const lastRow = rows.pop()
      if (lastRow === undefined) throw throwableStoreError(noLastShuffle)
      return { page: toPage(rows), lastShuffle: lastShuffleOf(lastRow) }
    },
    streamPageForwards: (stream, from, count) => readPage(forwardsStatement, [stream, from, count]),
    streamPageBackwards: (stream, from, count) => readPage(backwardsStatement, [stream, from, count]),
  }
}
