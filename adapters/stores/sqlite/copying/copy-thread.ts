import Database from 'better-sqlite3-multiple-ciphers'
import * as E from 'fp-ts/Either'
import type { Db } from '../open-database'
import { syncToDisk } from '../sync-to-disk'
import { serveRequests } from '../writer-thread/serve-requests'
import { countRows, digestOfContent, type ContentDigest } from './copied-rows'
import { copyRows } from './copy-rows'
import { makeCopy, openCopy, type FileCopy } from './open-copy'
import { padCopy } from './pad-copy'
import { takeSnapshot, type Snapshot } from './snapshot'

/** How far the copy of a file is. `content` is there when it has ended. */
interface CopyProgress {
  readonly done: number
  readonly total: number
  readonly content?: ContentDigest
}

/** The copy of a file. */
export interface CopyRequest {
  readonly source: string
  readonly copy: FileCopy
  /** Whether it is filled up to one of a few sizes, which do not tell how much was added since the copy before. */
  readonly size: 'padded' | 'exact'
}

/** A query of a copy. */
export interface CopyQuery {
  readonly copy: FileCopy
  readonly sql: string
}

/** The requests of the thread. `copy` is sent until it answers the content of the copy. */
export type CopyProtocol = {
  /** Takes a snapshot of all files at one moment. `copy` reads from it. */
  readonly takeSnapshot: readonly [ReadonlyArray<FileCopy>, undefined]
  readonly copy: readonly [CopyRequest, CopyProgress]
  /** What a copy holds when it is read from the disk; undefined when SQLite finds it damaged. */
  readonly readCopy: readonly [FileCopy, ContentDigest | undefined]
  /** The rows that a query finds in a copy. */
  readonly query: readonly [CopyQuery, ReadonlyArray<ReadonlyArray<string | number | null>>]
  readonly release: readonly [undefined, undefined]
}

interface RunningCopy {
  readonly target: Db
  readonly total: number
  readonly rows: Generator<number, ContentDigest>
}

const beginCopy = (source: Db, copy: FileCopy): RunningCopy => {
  const target = makeCopy(copy, Number(source.pragma('page_size', { simple: true })))
  return { target, total: countRows(source), rows: copyRows(source, target) }
}

const endCopy = ({ target }: RunningCopy, { copy, size }: CopyRequest): void => {
  if (size === 'padded') padCopy(target)
  target.close()
  syncToDisk(copy.file)
}

const readingCopy = <A>(copy: FileCopy, read: (db: Db) => A): A => {
  const db = openCopy(copy)
  try {
    return read(db)
  } finally {
    db.close()
  }
}

const contentOfCopy = (copy: FileCopy): ContentDigest | undefined =>
  readingCopy(copy, (db) =>
    db.pragma('integrity_check(1)', { simple: true }) === 'ok' ? digestOfContent(db) : undefined,
  )

const queryCopy = ({ copy, sql }: CopyQuery) =>
  readingCopy(copy, (db) => db.prepare<[], ReadonlyArray<string | number | null>>(sql).raw().all())

// Runs on its own thread, so that the service goes on. It reads the files with connections that only read.
serveRequests<undefined, CopyProtocol>(() => {
  let snapshot: Snapshot | undefined
  let running: RunningCopy | undefined
  const release = (): undefined => {
    running?.rows.return({ rows: 0, sha256: '' })
    if (running?.target.open === true) running.target.close()
    snapshot?.close()
    snapshot = undefined
    running = undefined
    return undefined
  }
  const copyNext = (request: CopyRequest): CopyProgress => {
    const { source, copy } = request
    const db = snapshot?.sources.get(source)
    if (db === undefined) throw new Error('there is no snapshot of the file')
    running ??= beginCopy(db, copy)
    const { total, rows } = running
    const next = rows.next()
    if (next.done !== true) return { done: next.value, total }
    endCopy(running, request)
    running = undefined
    snapshot?.release(source)
    return { done: total, total, content: next.value }
  }
  return E.right({
    db: new Database(':memory:'),
    operations: {
      takeSnapshot: (files) => {
        release()
        snapshot = takeSnapshot(files)
        return undefined
      },
      copy: copyNext,
      readCopy: contentOfCopy,
      query: queryCopy,
      release,
    },
    outsideTransactions: new Set(['takeSnapshot', 'copy', 'readCopy', 'query', 'release'] as const),
    rolledBack: () => undefined,
  })
})
