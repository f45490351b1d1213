import type { Pool } from 'pg'
import type { StreamName } from '../../../domain/event/stream'
import type { EventId } from '../../../domain/language/ids'
import type { Page, RecordedEvent } from '../../../domain/ports/event-store'
import { storeUnavailable, thrown } from '../../postgres/failure'
import { positionOf } from '../position'
import type { Pages } from '../reading'

/** A row as an array, which costs less than a row as an object; in the order of `columns`. */
type Row = readonly [string, StreamName, string, EventId, string, number, string, string, Buffer]

const columns = 'position, stream, revision, id, type, version, recorded, open, sealed'
const events = `SELECT ${columns} FROM log.events`

const ofLog = { name: 'page of log', text: `${events} WHERE position > $1 ORDER BY position LIMIT $2` }
const forwards = {
  name: 'page forwards',
  text: `${events} WHERE stream = $1 AND revision >= $2 ORDER BY revision LIMIT $3`,
}
const backwards = {
  name: 'page backwards',
  text: `${events} WHERE stream = $1 AND revision <= $2 ORDER BY revision DESC LIMIT $3`,
}

const recordedEvent = (row: Row): RecordedEvent => ({
  id: row[3],
  type: row[4],
  version: row[5],
  recorded: row[6],
  open: row[7],
  sealed: row[8],
  stream: row[1],
  revision: Number(row[2]),
  position: positionOf(Number(row[0])),
})

/** The pages of a log. They reject with an Error that is also a StoreUnavailable when the database cannot be read. */
export const pagesOf = (pool: Pool): Pages => {
  const page = async (
    statement: { readonly name: string; readonly text: string },
    values: ReadonlyArray<string | number>,
  ): Promise<Page> => {
    try {
      const { rows } = await pool.query<[...Row]>({ ...statement, values: [...values], rowMode: 'array' })
      return rows.map(recordedEvent)
    } catch (error) {
      throw thrown(storeUnavailable(error))
    }
  }
  return {
    ofLog: (after, count) => page(ofLog, [after, count]),
    forwards: (stream, from, count) => page(forwards, [stream, from, count]),
    backwards: (stream, from, count) => page(backwards, [stream, from, count]),
  }
}
