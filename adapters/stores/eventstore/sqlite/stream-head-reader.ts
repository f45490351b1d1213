import type { StreamName } from '../../../../domain/event/stream'
import type { Revision } from '../../../../domain/ports/event-store'
import { createDamagedIndexError } from '../../sqlite/damaged-index-error'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'

/** The row id of a stream, and its last revision (-1 while it is empty), which the writer updates. */
export interface StreamHead {
  readonly stream: number
  last: Revision
}

/**
 * The entries of a stream in both indexes, what stands in the rows that they point to, and the last revision in the
 * table (null for none).
 */
type IndexedHead = [
  id: number,
  nameInTable: string | null,
  last: Revision | null,
  streamInTable: number | null,
  revisionInTable: Revision | null,
  lastInTable: Revision | null,
]

/**
 * Whether the last entry of a stream is followed by the beginning of the next one: the index keeps the streams one
 * after the other, in the order of their ids and without gaps. The newest stream is followed by nothing.
 */
const isFollowedByStream = `coalesce(
  (SELECT n.stream = i.id + 1 AND n.revision = 0 FROM events n WHERE n.stream > i.id ORDER BY n.stream, n.revision LIMIT 1),
  i.id = (SELECT max(id) FROM streams))`

/**
 * Compares the end of a stream in the index with the table. Where the next stream does not follow it, the whole table
 * is searched, so an index that hides the last events of a stream is found before anything follows from it. One
 * statement reads one state of the file, while another thread appends.
 */
const headSql = `SELECT i.id, t.name, l.revision, r.stream, r.revision,
  CASE WHEN l.revision IS NOT NULL AND ${isFollowedByStream} THEN l.revision
    ELSE (SELECT max(w.revision) FROM events w NOT INDEXED WHERE w.stream = i.id) END
  FROM streams i LEFT JOIN streams t ON t.id = i.id
  LEFT JOIN events l ON l.stream = i.id LEFT JOIN events r ON r.position = l.position
  WHERE i.name = ? ORDER BY l.revision DESC LIMIT 1`

/**
 * Finds the row and the last revision of a stream; undefined when there is no stream of this name. Throws when the
 * indexes of the log are seen not to agree with its tables.
 */
export const streamHeadReader = (db: SqliteDatabase): ((name: StreamName) => StreamHead | undefined) => {
  const findHead = db.prepare<[string], IndexedHead>(headSql).raw()
  return (name) => {
    const found = findHead.get(name)
    if (found === undefined) return undefined
    const [stream, nameInTable, last, streamInTable, revisionInTable, lastInTable] = found
    const isEndInTable = last === lastInTable && last === revisionInTable
    if (nameInTable !== name || !isEndInTable || (last !== null && streamInTable !== stream))
      throw createDamagedIndexError()
    return { stream, last: last ?? -1 }
  }
}
