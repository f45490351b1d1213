import type { SqliteDatabase } from '../open-sqlite-database'
import { paddingTableNames } from './database-content-digest'

const smallestSize = 1024 * 1024

/**
 * The size in bytes to which a copy is filled up: at least 1 MiB, and then one of eight sizes between two powers of two.
 * So the sizes of copies made on several days do not count the events between them.
 */
export const paddedDatabaseCopySize = (size: number): number => {
  const step = Math.max(smallestSize, 2 ** (Math.floor(Math.log2(Math.max(size, 1))) - 3))
  return Math.ceil(size / step) * step
}

const pagesOf = (db: SqliteDatabase): number => Number(db.pragma('page_count', { simple: true }))

/** Bytes of a page that no row can use: the number of the next page, and the code of an encrypted page. At most. */
const usedByPage = 64

/** The last pages are added by one row in a table of its own, which is never split. */
const lastPages = 64

/** Adds zeros to a copy until it has exactly the size to which it is filled up. */
export const padDatabaseCopy = (db: SqliteDatabase): void => {
  const pageSize = Number(db.pragma('page_size', { simple: true }))
  for (const name of paddingTableNames) db.exec(`CREATE TABLE ${name} (zeros BLOB NOT NULL) STRICT`)
  const target = paddedDatabaseCopySize((pagesOf(db) + 1) * pageSize) / pageSize
  const missing = (): number => target - pagesOf(db)
  const bytesFor = (pages: number): number => pages * (pageSize - usedByPage)
  const add = db.prepare(`INSERT INTO ${paddingTableNames[0]} VALUES (zeroblob(?))`)
  while (missing() > lastPages) add.run(bytesFor(missing() - lastPages / 2))
  db.exec(`INSERT INTO ${paddingTableNames[1]} VALUES (x'')`)
  const grow = db.prepare(`UPDATE ${paddingTableNames[1]} SET zeros = zeroblob(?)`)
  for (let bytes = bytesFor(missing()); missing() > 0; bytes += bytesFor(missing())) grow.run(bytes)
}
