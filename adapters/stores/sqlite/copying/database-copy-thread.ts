import Database from 'better-sqlite3-multiple-ciphers'
import * as E from 'fp-ts/Either'
import type { SqliteDatabase } from '../open-sqlite-database'
import { syncToDisk } from '../sync-to-disk'
import { serveWriterRequests } from '../writer-thread/serve-writer-requests'
import { countRowsOfAllTables, digestOfDatabaseRows, type DatabaseContentDigest } from './database-content-digest'
import { copySqliteContent } from './copy-sqlite-content'
import { makeDatabaseCopyFile, openDatabaseReadOnly, type DatabaseFileWithKey } from './open-database-read-only'
import { padDatabaseCopy } from './pad-database-copy'
import { takeSnapshotOfFiles, type DatabaseFilesSnapshot } from './database-files-snapshot'

/** How far the copy of a file is. `content` is there when it has ended. */
interface CopyProgress {
  readonly done: number
  readonly total: number
  readonly content?: DatabaseContentDigest
}

/** The copy of a file. */
export interface FileCopyRequest {
  readonly source: string
  readonly copy: DatabaseFileWithKey
  /** Whether it is filled up to one of a few sizes, which do not tell how much was added since the copy before. */
  readonly size: 'padded' | 'exact'
}

/** A query of a copy. */
export interface DatabaseCopyQuery {
  readonly copy: DatabaseFileWithKey
  readonly sql: string
}

/** The requests of the thread. `copy` is sent until it answers the content of the copy. */
export type FileCopyThreadProtocol = {
  /** Takes a snapshot of all files at one moment. `copy` reads from it. */
  readonly takeSnapshot: readonly [ReadonlyArray<DatabaseFileWithKey>, undefined]
  readonly copy: readonly [FileCopyRequest, CopyProgress]
  /** What a copy holds when it is read from the disk; undefined when SQLite finds it damaged. */
  readonly readCopy: readonly [DatabaseFileWithKey, DatabaseContentDigest | undefined]
  /** The rows that a query finds in a copy. */
  readonly query: readonly [DatabaseCopyQuery, ReadonlyArray<ReadonlyArray<string | number | null>>]
  readonly release: readonly [undefined, undefined]
}

interface RunningCopy {
  readonly target: SqliteDatabase
  readonly total: number
  readonly rows: Generator<number, DatabaseContentDigest>
}

const beginCopy = (source: SqliteDatabase, copy: DatabaseFileWithKey): RunningCopy => {
  const target = makeDatabaseCopyFile(copy, Number(source.pragma('page_size', { simple: true })))
  return { target, total: countRowsOfAllTables(source), rows: copySqliteContent(source, target) }
}

const endCopy = ({ target }: RunningCopy, { copy, size }: FileCopyRequest): void => {
  if (size === 'padded') padDatabaseCopy(target)
  target.close()
  syncToDisk(copy.file)
}

const readingCopy = <A>(copy: DatabaseFileWithKey, read: (db: SqliteDatabase) => A): A => {
  const db = openDatabaseReadOnly(copy)
  try {
    return read(db)
  } finally {
    db.close()
  }
}

const contentOfCopy = (copy: DatabaseFileWithKey): DatabaseContentDigest | undefined =>
  readingCopy(copy, (db) =>
    db.pragma('integrity_check(1)', { simple: true }) === 'ok' ? digestOfDatabaseRows(db) : undefined,
  )

const queryCopy = ({ copy, sql }: DatabaseCopyQuery) =>
  readingCopy(copy, (db) => db.prepare<[], ReadonlyArray<string | number | null>>(sql).raw().all())

// Runs on its own thread, so that the service goes on. It reads the files with connections that only read.
serveWriterRequests<undefined, FileCopyThreadProtocol>(() => {
  let snapshot: DatabaseFilesSnapshot | undefined
  let running: RunningCopy | undefined
  const release = (): undefined => {
    running?.rows.return({ rows: 0, sha256: '' })
    if (running?.target.open === true) running.target.close()
    snapshot?.close()
    snapshot = undefined
    running = undefined
    return undefined
  }
  const copyNext = (request: FileCopyRequest): CopyProgress => {
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
        snapshot = takeSnapshotOfFiles(files)
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
