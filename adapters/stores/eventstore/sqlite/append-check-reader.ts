import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { sqlParameterHiddenFromPlanner } from '../../sqlite/sql-parameter-hidden-from-planner'
import type { EventLocation, StreamStateForAppend } from '../decide-append'
import type { StreamHead } from './stream-head-reader'

const uuid = `lower(substr(hex(id), 1, 8) || '-' || substr(hex(id), 9, 4) || '-' || substr(hex(id), 13, 4) || '-' ||
  substr(hex(id), 17, 4) || '-' || substr(hex(id), 21))`
const locationColumns = `SELECT ${uuid} AS id, revision, position AS sequence FROM events WHERE stream = ?`

/** Reads what `decideAppend` needs of one stream. The search by ids runs backwards and ends when all are found. */
export const appendCheckReader = (db: SqliteDatabase): ((head: StreamHead | undefined) => StreamStateForAppend) => {
  const fromRevisionStatement = db.prepare<[number, number, number], EventLocation>(
    `${locationColumns} AND revision >= ? ORDER BY revision LIMIT ${sqlParameterHiddenFromPlanner}`,
  )
  const byIdStatement = db.prepare<[number, string, number], EventLocation>(
    `${locationColumns} AND id IN (SELECT unhex(value, '-') FROM json_each(?)) ORDER BY revision DESC LIMIT ${sqlParameterHiddenFromPlanner}`,
  )
  return (head) => ({
    lastRevision: head?.last ?? -1,
    eventsFrom: (first, count) => (head === undefined ? [] : fromRevisionStatement.all(head.stream, first, count)),
    eventsById: (ids) =>
      head === undefined ? [] : byIdStatement.all(head.stream, JSON.stringify(ids), ids.length).reverse(),
  })
}
