import type { Db } from './open'

/** What a transaction does: all of it is kept, or, when it throws, nothing. */
export type Immediately = <A>(work: () => A) => A

/** Runs work in a transaction that takes the write lock at once. Throws what the work or the commit throws. */
export const immediately = (db: Db): Immediately => {
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
      // A full disk ends the transaction by itself.
      if (db.inTransaction) rollback.run()
      throw error
    }
  }
}
