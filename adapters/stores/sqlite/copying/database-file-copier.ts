import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { startThread } from '../writer-thread/start-thread'
import { startWriterThread } from '../writer-thread/start-writer-thread'
import type { DatabaseContentDigest } from './database-content-digest'
import type { FileCopyThreadProtocol, DatabaseCopyQuery, FileCopyRequest } from './database-copy-thread'
import type { DatabaseFileWithKey } from './open-database-read-only'

/** Copies SQLite files on a thread of its own, also while they are in use. */
export interface FileCopier {
  /** Takes a snapshot of all files at one moment: what is committed later is in no copy. */
  readonly takeSnapshot: (files: ReadonlyArray<DatabaseFileWithKey>) => Promise<E.Either<StoreUnavailable, void>>
  /**
   * Copies one file of the snapshot, and waits for the disk. Reports rows. The file is released afterwards.
   * StoreUnavailable also when it was stopped.
   */
  readonly copy: (
    request: FileCopyRequest,
    report: (done: number, total: number) => void,
    stop?: AbortSignal,
  ) => Promise<E.Either<StoreUnavailable, DatabaseContentDigest>>
  /** What a copy holds when it is read from the disk; undefined when SQLite finds it damaged. */
  readonly readCopy: (
    copy: DatabaseFileWithKey,
  ) => Promise<E.Either<StoreUnavailable, DatabaseContentDigest | undefined>>
  /** The rows that a query finds in a copy. */
  readonly query: (query: DatabaseCopyQuery) => Promise<E.Either<StoreUnavailable, FileCopyThreadProtocol['query'][1]>>
  /** Ends the snapshot and the thread. */
  readonly close: () => Promise<void>
}

const copyStopped: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'the copy was stopped' }

export const createDatabaseFileCopier = (): FileCopier => {
  const thread = startWriterThread<undefined, FileCopyThreadProtocol>(
    (setup) => startThread(__dirname, 'database-copy-thread', { workerData: setup, transferList: [setup.port] }),
    undefined,
  )
  return {
    takeSnapshot: (files) => thread.submit('takeSnapshot', () => files),
    copy: async (request, report, stop) => {
      for (;;) {
        if (stop?.aborted === true) return E.left(copyStopped)
        const progress = await thread.submit('copy', () => request)
        if (E.isLeft(progress)) return progress
        const { done, total, content } = progress.right
        report(done, total)
        if (content !== undefined) return E.right(content)
      }
    },
    readCopy: (copy) => thread.submit('readCopy', () => copy),
    query: (query) => thread.submit('query', () => query),
    close: async () => {
      await thread.submit('release', () => undefined)
      await thread.close()
    },
  }
}
