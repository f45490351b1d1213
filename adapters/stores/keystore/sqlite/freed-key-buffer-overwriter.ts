import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'

/** More than SQLite has free buffers of this size for one connection. */
const buffers = 200

/**
 * Overwrites the buffers of wrapped keys that SQLite has freed: it neither wipes a buffer nor gives it back, and gives it
 * out again when the same size is asked for. So many results of the size of a wrapped key at once need them all.
 */
export const createFreedKeyBufferOverwriter = (db: SqliteDatabase): (() => void) => {
  const statement = db.prepare(`SELECT ${Array.from({ length: buffers }, () => 'zeroblob(105)').join(', ')}`).raw()
  return () => void statement.get()
}
