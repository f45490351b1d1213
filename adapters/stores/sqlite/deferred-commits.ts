import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { Db } from './open-database'

/** How a disposable file is written beside logs that are written in bulk. */
export interface BesideBulkLogs {
  /** The most bytes that wait in memory until a new file is closed. */
  readonly maxBytesInMemory: number
  /** Makes the logs durable before each commit, so that the file is never ahead of them. */
  readonly commitLogs: () => E.Either<StoreUnavailable, void>
}

/** A file beside logs whose appends are durable when they are answered. */
export const besideDurableLogs: BesideBulkLogs = { maxBytesInMemory: 0, commitLogs: () => E.right(undefined) }

const logsNotCommitted = new Error('the logs could not be committed')

/** Throws when the logs cannot be committed. */
export const commitLogsOrThrow = ({ commitLogs }: BesideBulkLogs): void => {
  if (E.isLeft(commitLogs())) throw logsNotCommitted
}

/** Whether the changes of a disposable file may wait in memory until the file is closed. */
export interface DeferredCommits {
  readonly mayWait: () => boolean
  /** Called when the file was written: from then on, removed rows must be removed from it as well. */
  readonly written: () => void
}

/**
 * Changes may wait while the file holds no rows, and its pages need at most `maxBytes` of memory. No page is written to
 * the disk meanwhile. After a crash the changes are folded again. With 0 bytes no change waits.
 */
export const deferredCommits = (db: Db, maxBytes: number, holdsRows: boolean): DeferredCommits => {
  const pageCount = db.prepare<[], number>('SELECT page_count FROM pragma_page_count').pluck()
  const pageSize = Number(db.pragma('page_size', { simple: true }))
  let isWritten = maxBytes === 0 || holdsRows
  if (!isWritten) db.pragma('cache_spill = off')
  return {
    mayWait: () => !isWritten && (pageCount.get() ?? 0) * pageSize <= maxBytes,
    written: () => {
      isWritten = true
    },
  }
}
