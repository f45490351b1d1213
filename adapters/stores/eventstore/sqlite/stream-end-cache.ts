import type { StreamName } from '../../../../domain/event/stream'
import type { Revision } from '../../../../domain/ports/event-store'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { boundedCache } from '../../../system/caching/bounded-cache'
import { lastSequenceQuery } from './log-facts-query'
import { streamHeadReader } from './stream-head-reader'

/** Caches the last revisions of streams and the end of the log; only this process appends. */
interface StreamEndCache {
  /** The last revision of a stream, -1 while it is empty. Reads the file when it is not in memory. */
  readonly lastRevision: (stream: StreamName) => Revision
  /** The same; undefined when it is not in memory. */
  readonly cachedLastRevision: (stream: StreamName) => Revision | undefined
  /** The sequence number of the last acknowledged event, 0 while there is none. */
  readonly lastSequence: () => number
  /** Called when an append is acknowledged that wrote the last events of a stream. */
  readonly advance: (stream: StreamName, revision: Revision, sequence: number) => void
}

const maxCachedStreams = 50_000
const emptyStream: Revision = -1

export const createStreamEndCache = (db: SqliteDatabase): StreamEndCache => {
  // Missing streams are cached as well: many titles are never reserved, and lending looks for their streams often.
  const cache = boundedCache<StreamName, Revision>(maxCachedStreams)
  const findHead = streamHeadReader(db)
  const findLastSequence = db.prepare<[], number>(lastSequenceQuery).pluck()
  let lastSequence = findLastSequence.get() ?? 0
  const load = (stream: StreamName): Revision => {
    const last = findHead(stream)?.last ?? emptyStream
    cache.set(stream, last)
    return last
  }
  return {
    lastRevision: (stream) => cache.get(stream) ?? load(stream),
    cachedLastRevision: (stream) => cache.get(stream),
    lastSequence: () => lastSequence,
    advance: (stream, revision, sequence) => {
      // The file, and so the cache, may be ahead of what was acknowledged.
      cache.set(stream, Math.max(cache.get(stream) ?? emptyStream, revision))
      lastSequence = Math.max(lastSequence, sequence)
    },
  }
}
