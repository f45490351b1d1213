import type { StreamName } from '../../../../domain/event/stream'
import { createDamagedIndexError } from '../../sqlite/damaged-index-error'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'

/** Called before a stream is added that the index does not have. Throws when the index is seen to be damaged there. */
export type StreamIndexCheck = (name: StreamName) => void

/** Whether the index entry next to a name has the name of the row that it points to; null when there is no entry. */
const agrees = (comparison: '<' | '>', order: 'ASC' | 'DESC'): string =>
  `(SELECT i.name IS t.name FROM streams i LEFT JOIN streams t ON t.id = i.id
    WHERE i.name ${comparison} ? ORDER BY i.name ${order} LIMIT 1)`

/**
 * Compares the two index entries between which a name would stand with their rows. A search that meets a damaged entry
 * ends beside it, so the stream that the entry hides is not made a second time.
 */
export const createStreamIndexCheck = (db: SqliteDatabase): StreamIndexCheck => {
  const compareNeighbours = db
    .prepare<[string, string], [number | null, number | null]>(`SELECT ${agrees('<', 'DESC')}, ${agrees('>', 'ASC')}`)
    .raw()
  return (name) => {
    if (compareNeighbours.get(name, name)?.includes(0) === true) throw createDamagedIndexError()
  }
}
