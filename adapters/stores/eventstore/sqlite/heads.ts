import { LRUCache } from 'lru-cache'
import type { StreamName } from '../../../../domain/event/stream'
import type { Revision } from '../../../../domain/ports/event-store'
import type { Db } from '../../sqlite/open'

/** Where a stream ends: its row, and its last revision (-1 while it is empty), moved by the writer in place. */
export interface Head {
  readonly stream: number
  last: Revision
}

/** The ends of streams, and of the log: remembered, because this connection alone moves them. */
export interface Heads {
  readonly of: (name: StreamName) => Head | undefined
  /** A stream has begun: remember it from now on. */
  readonly begun: (name: StreamName, head: Head) => void
  /** The place of the log's last event, 0 while it is empty. */
  readonly lastPlace: () => number
  readonly movedLog: (place: number) => void
  /** A transaction was undone: what is remembered may be wrong. */
  readonly forget: () => void
}

const remembered = 50_000

export const headsOf = (db: Db): Heads => {
  // A stream that has not begun is remembered as well: many titles are never reserved, and each is asked about often.
  const cache = new LRUCache<StreamName, Head | 'none'>({ max: remembered })
  const ofStream = db.prepare<[string], Head>(
    `SELECT id AS stream, coalesce((SELECT max(revision) FROM events WHERE stream = streams.id), -1) AS last
     FROM streams WHERE name = ?`,
  )
  const ofLog = db.prepare<[], number>('SELECT coalesce(max(position), 0) FROM events').pluck()
  let place: number | undefined

  const look = (name: StreamName): Head | undefined => {
    const head = ofStream.get(name)
    cache.set(name, head ?? 'none')
    return head
  }
  const forget = (): void => {
    cache.clear()
    place = undefined
  }
  return {
    of: (name) => {
      const known = cache.get(name)
      return known === 'none' ? undefined : (known ?? look(name))
    },
    begun: (name, head) => void cache.set(name, head),
    lastPlace: () => (place ??= ofLog.get() ?? 0),
    movedLog: (to) => void (place = to),
    forget,
  }
}
