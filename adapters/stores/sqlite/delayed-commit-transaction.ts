import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { createLazyTransaction, type LazyTransaction, type TransactionCallbacks } from './lazy-transaction'
import type { SqliteDatabase } from './open-sqlite-database'

/** When the changes of a disposable file are committed, with regard to the logs that it is folded from. */
export interface CommitPolicy {
  /** The most bytes that wait in memory until a new file is closed. */
  readonly maxBytesInMemory: number
  /** Makes the logs durable before each commit, so that the file is never ahead of them. */
  readonly commitLogs: () => E.Either<StoreUnavailable, void>
}

/** For logs whose appends are durable when they are answered. */
export const commitPolicyOfDurableLogs: CommitPolicy = { maxBytesInMemory: 0, commitLogs: () => E.right(undefined) }

const logsNotCommitted = new Error('the logs could not be committed')

/** The transaction of a disposable file, whose commits follow a policy. `commit` also throws when the logs cannot be committed. */
interface DelayedCommitTransaction extends LazyTransaction {
  /** Whether the changes may wait in memory until the file is closed. */
  readonly mayWait: () => boolean
}

/**
 * Changes may wait while the file holds no rows, and its pages need at most the bytes of the policy. No page is written
 * to the disk meanwhile. After a crash the changes are folded again. From the first commit on, no change waits.
 */
export const createDelayedCommitTransaction = (
  db: SqliteDatabase,
  { maxBytesInMemory, commitLogs }: CommitPolicy,
  holdsRows: boolean,
  callbacks: TransactionCallbacks,
): DelayedCommitTransaction => {
  const transaction = createLazyTransaction(db, {
    ...callbacks,
    beforeCommit: () => {
      if (E.isLeft(commitLogs())) throw logsNotCommitted
      callbacks.beforeCommit()
    },
  })
  const pageCount = db.prepare<[], number>('SELECT page_count FROM pragma_page_count').pluck()
  const pageSize = Number(db.pragma('page_size', { simple: true }))
  let isWritten = maxBytesInMemory === 0 || holdsRows
  if (!isWritten) db.pragma('cache_spill = off')
  return {
    ...transaction,
    commit: () => {
      transaction.commit()
      isWritten = true
    },
    mayWait: () => !isWritten && (pageCount.get() ?? 0) * pageSize <= maxBytesInMemory,
  }
}
