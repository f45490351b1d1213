import type { SqliteDatabase } from './open-sqlite-database'
import { createLostTransactionError } from './lost-transaction-error'

/**
 * A transaction that begins with the first change and spans many; its own connection sees them before the commit. `begin`
 * and `commit` throw when SQLite has rolled back the changes by itself; the caller must call `rollback` then.
 */
export interface LazyTransaction {
  readonly begin: () => void
  readonly commit: () => void
  readonly rollback: () => void
}

/** Called around the transaction. A callback that throws stops the step before which it is called. */
export interface TransactionCallbacks {
  readonly beforeBegin: () => void
  readonly beforeCommit: () => void
  readonly afterRollback: () => void
}

export const createLazyTransaction = (db: SqliteDatabase, callbacks: TransactionCallbacks): LazyTransaction => {
  const beginStatement = db.prepare('BEGIN IMMEDIATE')
  const commitStatement = db.prepare('COMMIT')
  const rollbackStatement = db.prepare('ROLLBACK')
  let hasBegun = false
  const requireIntact = (): void => {
    if (hasBegun && !db.inTransaction) throw createLostTransactionError()
  }
  return {
    begin: () => {
      requireIntact()
      if (hasBegun) return
      callbacks.beforeBegin()
      beginStatement.run()
      hasBegun = true
    },
    commit: () => {
      requireIntact()
      if (!hasBegun) return
      callbacks.beforeCommit()
      commitStatement.run()
      hasBegun = false
    },
    rollback: () => {
      hasBegun = false
      if (db.inTransaction) rollbackStatement.run()
      callbacks.afterRollback()
    },
  }
}
