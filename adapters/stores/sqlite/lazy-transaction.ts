import type { Db } from './open-database'

/** A transaction that begins with the first change and spans many; its own connection sees them before the commit. */
export interface LazyTransaction {
  readonly begin: () => void
  readonly commit: () => void
  readonly rollback: () => void
}

export const lazyTransaction = (
  db: Db,
  callbacks: {
    readonly beforeBegin: () => void
    readonly beforeCommit: () => void
    readonly afterRollback: () => void
  },
): LazyTransaction => {
  const beginStatement = db.prepare('BEGIN IMMEDIATE')
  const commitStatement = db.prepare('COMMIT')
  const rollbackStatement = db.prepare('ROLLBACK')
  return {
    begin: () => {
      if (db.inTransaction) return
      callbacks.beforeBegin()
      beginStatement.run()
    },
    commit: () => {
      if (!db.inTransaction) return
      callbacks.beforeCommit()
      commitStatement.run()
    },
    rollback: () => {
      // After SQLITE_FULL the driver has rolled back already.
      if (db.inTransaction) rollbackStatement.run()
      callbacks.afterRollback()
    },
  }
}
