import type { StreamName } from '../../../../domain/event/stream'
import type { EventId } from '../../../../domain/values/ids'
import type { Page, RecordedEvent, Revision } from '../../../../domain/ports/event-store'
import { storeError } from '../../store-error'
import { storeUnavailable } from '../../sqlite/failure'
import type { Db } from '../../sqlite/open'
import { unseen } from '../../sqlite/unseen'
import { positionOf } from '../position'
import type { Pages } from '../reading'
import type { RecentEvents } from './recent-events'
import type { StreamEnds } from './stream-ends'

/** A row as an array, which costs less than a row as an object; in the order of `columns`. */
type Row = [number, StreamName, Revision, string, string, number, string, string, Uint8Array]

const columns = 'position, name, revision, hex(e.id), type, version, recorded, open, sealed'
const events = `SELECT ${columns} FROM events e CROSS JOIN streams s ON s.id = e.stream`
const ofStream = `SELECT ${columns} FROM streams s CROSS JOIN events e ON e.stream = s.id WHERE s.name = ?`

const uuidOf = (hex: string): EventId =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`.toLowerCase() as EventId

const recordedEvent = (row: Row): RecordedEvent => ({
  id: uuidOf(row[3]),
  type: row[4],
  version: row[5],
  recorded: row[6],
  open: row[7],
  sealed: row[8],
  stream: row[1],
  revision: row[2],
  position: positionOf(row[0]),
})

/** The rows of a read are all fetched at once: no read transaction outlives the call, so none blocks a checkpoint. */
const page = (read: () => ReadonlyArray<Row>): Page => {
  try {
    return read().map(recordedEvent)
  } catch (error) {
    throw storeError(storeUnavailable(error), error)
  }
}

/**
 * The pages of one log. They throw an Error that is also a StoreUnavailable when the file cannot be read. The log is
 * read as far as its appends were acknowledged; what was appended lately is read from memory.
 */
export const pagesOf = (db: Db, ends: StreamEnds, recent: RecentEvents): Pages => {
  const ofLog = db
    .prepare<[number, number], Row>(`${events} WHERE e.position > ? ORDER BY e.position LIMIT ${unseen}`)
    .raw()
  const forwards = db
    .prepare<[string, number, number], Row>(`${ofStream} AND e.revision >= ? ORDER BY e.revision LIMIT ${unseen}`)
    .raw()
  const backwards = db
    .prepare<[string, number, number], Row>(`${ofStream} AND e.revision <= ? ORDER BY e.revision DESC LIMIT ${unseen}`)
    .raw()
  return {
    // Whoever is abreast of the log or of a stream asks for what came after; the remembered end answers that at once.
    ofLog: (after, most) => {
      const count = Math.min(most, ends.lastPlace() - after)
      return count <= 0 ? [] : (recent.after(after, count) ?? page(() => ofLog.all(after, count)))
    },
    forwards: (stream, from, count) => (from > ends.of(stream) ? [] : page(() => forwards.all(stream, from, count))),
    backwards: (stream, from, count) => page(() => backwards.all(stream, from, count)),
  }
}
