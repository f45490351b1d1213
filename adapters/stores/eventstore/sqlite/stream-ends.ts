import { LRUCache } from 'lru-cache'
import type { StreamName } from '../../../../domain/event/stream'
import type { Revision } from '../../../../domain/ports/event-store'
import type { Db } from '../../sqlite/open'

/** How far streams, and the log itself, are known to reach: remembered, because only this process appends. */
export interface StreamEnds {
  /** The last revision of a stream, -1 while it is empty. */
  readonly of: (stream: StreamName) => Revision
  /** The place of the log's last event that was acknowledged, 0 while there is none. */
  readonly lastPlace: () => number
  /** An append was acknowledged. */
  readonly moved: (stream: StreamName, revision: Revision, place: number) => void
}

const remembered = 50_000
const empty: Revision = -1

export const streamEnds = (db: Db): StreamEnds => {
  // A stream that has not begun is remembered as well: many titles are never reserved, and each is asked about often.
  const known = new LRUCache<StreamName, Revision>({ max: remembered })
  const ofStream = db
    .prepare<[string], number | null>(
      'SELECT (SELECT max(revision) FROM events WHERE stream = streams.id) FROM streams WHERE name = ?',
    )
    .pluck()
  const ofLog = db.prepare<[], number>('SELECT coalesce(max(position), 0) FROM events').pluck()
  let place = ofLog.get() ?? 0
  const look = (stream: StreamName): Revision => {
    const last = ofStream.get(stream) ?? empty
    known.set(stream, last)
    return last
  }
  return {
    of: (stream) => known.get(stream) ?? look(stream),
    lastPlace: () => place,
    moved: (stream, revision, to) => {
      // The file may be ahead of what was acknowledged, and what is remembered with it.
      known.set(stream, Math.max(known.get(stream) ?? empty, revision))
      place = Math.max(place, to)
    },
  }
}
