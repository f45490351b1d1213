import type { SqliteDatabase } from './open-sqlite-database'

/** Runs work in a transaction; rolls back when it throws. */
type RunInTransaction = <A>(work: () => A) => A

/** Runs work in a transaction that takes the write lock when it begins. Throws what the work or the commit throws. */
export const inImmediateTransaction = (db: SqliteDatabase): RunInTransaction => {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  return (work) => {
    begin.run()
    try {
      const result = work()
      commit.run()
      return result
    } catch (error) {
      // After SQLITE_FULL the driver has rolled back already.
      if (db.inTransaction) rollback.run()
      throw error
    }
  }
}
