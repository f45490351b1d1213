import type { StreamName } from '../../../../domain/event/stream'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { boundedCache } from '../../../system/caching/bounded-cache'
import { lastSequenceQuery } from './log-facts-query'
import { streamHeadReader, type StreamHead } from './stream-head-reader'

/** Caches the last revisions of streams and of the log; only this connection changes them. */
export interface StreamHeads {
  readonly find: (name: StreamName) => StreamHead | undefined
  /** Adds a new stream to the cache. */
  readonly add: (name: StreamName, head: StreamHead) => void
  /** The sequence number of the log's last event, 0 while it is empty. */
  readonly lastSequence: () => number
  readonly setLastSequence: (sequence: number) => void
  /** Empties the cache, after a rollback. */
  readonly clear: () => void
}

const maxCachedStreams = 50_000

export const createStreamHeadCache = (db: SqliteDatabase): StreamHeads => {
  // Missing streams are cached as well: many titles are never reserved, and lending looks for their streams often.
  const cache = boundedCache<StreamName, StreamHead | 'none'>(maxCachedStreams)
  const findHead = streamHeadReader(db)
  const findLastSequence = db.prepare<[], number>(lastSequenceQuery).pluck()
  let sequence: number | undefined

  const load = (name: StreamName): StreamHead | undefined => {
    const head = findHead(name)
    cache.set(name, head ?? 'none')
    return head
  }
  const clear = (): void => {
    cache.clear()
    sequence = undefined
  }
  return {
    find: (name) => {
      const cached = cache.get(name)
      return cached === 'none' ? undefined : (cached ?? load(name))
    },
    add: (name, head) => void cache.set(name, head),
    lastSequence: () => (sequence ??= findLastSequence.get() ?? 0),
    setLastSequence: (to) => void (sequence = to),
    clear,
  }
}
