import type { Pool } from 'pg'
import type { EventPage, RecordedEvent } from '../../../../domain/ports/event-store'
import { rejectWithStoreError } from '../../postgres/postgres-failure'
import { positionDigits } from '../sequence-position'
import type { PageReader } from '../read-in-pages'

/** Columns named like the members of RecordedEvent, so that a row needs no mapping: a mapping costs a tenth of the read. */
const columns = `id, type, version, recorded, open, sealed, code, stream, revision::integer AS revision,
  lpad(e.position::text, ${positionDigits}, '0') AS position`
const events = `SELECT ${columns} FROM log.events e`

/** A row as the driver answers it: an event that is older than the codes has null as its code. */
type Row = Omit<RecordedEvent, 'code'> & { readonly code: Uint8Array | null }

const hasCode = (row: Row): row is Row & { readonly code: Uint8Array } => row.code !== null

/** Only pages with events that are older than the codes need a mapping. */
const toPage = (rows: ReadonlyArray<Row>): EventPage =>
  rows.every(hasCode) ? rows : rows.map((row) => ({ ...row, code: row.code ?? undefined }))

/** The page size is part of the SQL text: for a parameter the planner would assume a tenth of the log. */
const logPageStatement = (count: number) => ({
  name: `page of log ${count}`,
  text: `${events} WHERE e.position > $1 ORDER BY e.position LIMIT ${count}`,
})
const forwardsStatement = {
  name: 'page forwards',
  text: `${events} WHERE stream = $1 AND e.revision >= $2 ORDER BY e.revision LIMIT $3`,
}
const backwardsStatement = {
  name: 'page backwards',
  text: `${events} WHERE stream = $1 AND e.revision <= $2 ORDER BY e.revision DESC LIMIT $3`,
}

/** Reads pages of a log. Rejects with an Error that is also a StoreUnavailable when the database cannot be read. */
export const postgresPageReader = (pool: Pool): PageReader => {
  const readPage = async (
    statement: { readonly name: string; readonly text: string },
    values: ReadonlyArray<string | number>,
  ): Promise<EventPage> => {
    const { rows } = await rejectWithStoreError(pool.query<Row>({ ...statement, values: [...values] }))
    return toPage(rows)
  }
  return {
    logPage: (after, count) => readPage(logPageStatement(count), [after]),
    streamPageForwards: (stream, from, count) => readPage(forwardsStatement, [stream, from, count]),
    streamPageBackwards: (stream, from, count) => readPage(backwardsStatement, [stream, from, count]),
  }
}
