import type { Db } from './open'

/** A transaction that is begun when first needed and lasts over many changes: its own connection reads them at once. */
export interface LazyTransaction {
  readonly begin: () => void
  readonly commit: () => void
  readonly undo: () => void
}

export const lazyTransaction = (
  db: Db,
  watch: { readonly beforeBegin: () => void; readonly beforeCommit: () => void; readonly afterUndoing: () => void },
): LazyTransaction => {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  return {
    begin: () => {
      if (db.inTransaction) return
      watch.beforeBegin()
      begin.run()
    },
    commit: () => {
      if (!db.inTransaction) return
      watch.beforeCommit()
      commit.run()
    },
    undo: () => {
      // A full disk ends the transaction by itself.
      if (db.inTransaction) rollback.run()
      watch.afterUndoing()
    },
  }
}
