import type { Pool } from 'pg'
import type { Page, RecordedEvent } from '../../../../domain/ports/event-store'
import { orStoreError } from '../../postgres/failure'
import { digits } from '../position'
import type { Pages } from '../reading'

/** Columns as members of an event, so that a row is one as it comes: each further step in here costs a tenth. */
const columns = `id, type, version, recorded, open, sealed, stream, revision::integer AS revision,
  lpad(e.position::text, ${digits}, '0') AS position`
const events = `SELECT ${columns} FROM log.events e`

/** The size of a page stands in the text: the planner cannot see a parameter, and would plan for a tenth of the log. */
const ofLog = (count: number) => ({
  name: `page of log ${count}`,
  text: `${events} WHERE e.position > $1 ORDER BY e.position LIMIT ${count}`,
})
const forwards = {
  name: 'page forwards',
  text: `${events} WHERE stream = $1 AND e.revision >= $2 ORDER BY e.revision LIMIT $3`,
}
const backwards = {
  name: 'page backwards',
  text: `${events} WHERE stream = $1 AND e.revision <= $2 ORDER BY e.revision DESC LIMIT $3`,
}

/** The pages of a log. They reject with an Error that is also a StoreUnavailable when the database cannot be read. */
export const pagesOf = (pool: Pool): Pages => {
  const page = async (
    statement: { readonly name: string; readonly text: string },
    values: ReadonlyArray<string | number>,
  ): Promise<Page> => {
    const { rows } = await orStoreError(pool.query<RecordedEvent>({ ...statement, values: [...values] }))
    return rows
  }
  return {
    ofLog: (after, count) => page(ofLog(count), [after]),
    forwards: (stream, from, count) => page(forwards, [stream, from, count]),
    backwards: (stream, from, count) => page(backwards, [stream, from, count]),
  }
}
