import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { isSqliteSystemFailure, sqliteUnavailable } from '../sqlite-failure'
import type { SqliteDatabase } from '../open-sqlite-database'
import { createLostTransactionError } from '../lost-transaction-error'

/** Work on one file that becomes durable together, with `commit`. The connection of the file reads it at once. */
export interface BulkTransaction {
  /** Does work at once, and answers before it is durable. Work that throws is undone alone. */
  readonly run: <A>(work: () => A) => E.Either<StoreUnavailable, A>
  /** Whether some work is not durable, or cannot become durable any more. */
  readonly isPending: () => boolean
  /** Makes the work durable. After a failure all uncommitted work is undone, and nothing is written any more. */
  readonly commit: () => E.Either<StoreUnavailable, void>
}

/**
 * `rolledBack` is called after each rollback: caches of its writes are wrong. `failed` is called when nothing is written
 * any more.
 */
export const createBulkTransaction = (
  db: SqliteDatabase,
  rolledBack: () => void,
  failed: () => void,
): BulkTransaction => {
  // The pages that a savepoint may restore stay in memory.
  db.pragma('temp_store = memory')
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const savepoint = db.prepare('SAVEPOINT work')
  const release = db.prepare('RELEASE work')
  const rollbackWork = db.prepare('ROLLBACK TO work')
  /** Why nothing is written any more; undefined while the file is written. */
  let failure: StoreUnavailable | undefined
  let hasBegun = false

  const fail = (error: unknown): StoreUnavailable => {
    failure ??= sqliteUnavailable(error)
    hasBegun = false
    if (db.inTransaction) rollback.run()
    rolledBack()
    failed()
    return failure
  }
  const undo = (error: unknown): StoreUnavailable => {
    // After SQLITE_FULL the driver has rolled back everything, also work that was answered.
    if (isSqliteSystemFailure(error) || !db.inTransaction) return fail(error)
    rollbackWork.run()
    release.run()
    rolledBack()
    return sqliteUnavailable(error)
  }
  /** A read by this connection may have lost the transaction. */
  const findFailure = (): StoreUnavailable | undefined =>
    failure ?? (hasBegun && !(db.open && db.inTransaction) ? fail(createLostTransactionError()) : undefined)
  return {
    run: (work) => {
      const failed = findFailure()
      if (failed !== undefined) return E.left(failed)
      try {
        if (!hasBegun) begin.run()
        hasBegun = true
        savepoint.run()
        const answer = work()
        release.run()
        return E.right(answer)
      } catch (error) {
        return E.left(undo(error))
      }
    },
    isPending: () => failure !== undefined || hasBegun,
    commit: () => {
      const failed = findFailure()
      if (failed !== undefined) return E.left(failed)
      try {
        if (hasBegun) commit.run()
        hasBegun = false
        return E.right(undefined)
      } catch (error) {
        return E.left(fail(error))
      }
    },
  }
}
