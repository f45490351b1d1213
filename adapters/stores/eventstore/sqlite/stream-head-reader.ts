import type { StreamName } from '../../../../domain/event/stream'
import type { Revision } from '../../../../domain/ports/event-store'
import { indexDamaged } from '../../sqlite/index-damaged'
import type { Db } from '../../sqlite/open-database'

/** The row id of a stream, and its last revision (-1 while it is empty), which the writer updates. */
export interface StreamHead {
  readonly stream: number
  last: Revision
}

/** An entry of the index on streams, as a row: its id, and the name of the row that it points to. */
type StreamEntry = [id: number, nameInTable: string | null]

/** The last entry of a stream in the index on events, and what stands in the row that it points to. */
type LastEntry = [revision: Revision, streamInTable: number | null, revisionInTable: Revision | null]

type NextEntry = [stream: number, revision: Revision]

const lastEntrySql = `SELECT i.revision, t.stream, t.revision FROM events i LEFT JOIN events t ON t.position = i.position
  WHERE i.stream = ? ORDER BY i.revision DESC LIMIT 1`

/**
 * Compares the end of a stream in the index with the table. The index keeps the streams one after the other, in the order
 * of their ids and without gaps: behind the last event of one stands revision 0 of the next. Where it does not, the whole
 * table is searched, so an index that hides the last events of a stream is found before anything follows from it.
 */
const lastRevisionReader = (db: Db): ((stream: number) => Revision) => {
  const findLast = db.prepare<[number], LastEntry>(lastEntrySql).raw()
  const findNext = db
    .prepare<[number], NextEntry>(
      'SELECT stream, revision FROM events WHERE stream > ? ORDER BY stream, revision LIMIT 1',
    )
    .raw()
  const findNewestStream = db.prepare<[], number>('SELECT max(id) FROM streams').pluck()
  const searchTable = db
    .prepare<[number], number>('SELECT coalesce(max(revision), -1) FROM events NOT INDEXED WHERE stream = ?')
    .pluck()
  const isFollowedByStream = (stream: number): boolean => {
    const next = findNext.get(stream)
    return next === undefined ? findNewestStream.get() === stream : next[0] === stream + 1 && next[1] === 0
  }
  return (stream) => {
    const [last, streamInTable, revisionInTable] = findLast.get(stream) ?? [-1, stream, -1]
    if (streamInTable !== stream || revisionInTable !== last) throw indexDamaged()
    if ((last === -1 || !isFollowedByStream(stream)) && searchTable.get(stream) !== last) throw indexDamaged()
    return last
  }
}

/**
 * Finds the row and the last revision of a stream; undefined when there is no stream of this name. Throws when the
 * indexes of the log are seen not to agree with its tables.
 */
export const streamHeadReader = (db: Db): ((name: StreamName) => StreamHead | undefined) => {
  const findStream = db
    .prepare<[string], StreamEntry>(
      'SELECT i.id, t.name FROM streams i LEFT JOIN streams t ON t.id = i.id WHERE i.name = ?',
    )
    .raw()
  const lastRevision = lastRevisionReader(db)
  return (name) => {
    const found = findStream.get(name)
    if (found === undefined) return undefined
    const [stream, nameInTable] = found
    if (nameInTable !== name) throw indexDamaged()
    return { stream, last: lastRevision(stream) }
  }
}
