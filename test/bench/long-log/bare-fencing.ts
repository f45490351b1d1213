import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'

/** Destroys wrapped keys with the driver alone. */
export interface BareFencing {
  /** Overwrites so many keys in one durable transaction, and empties the write-ahead log. */
  readonly fence: (keys: number) => void
  readonly close: () => void
}

/** Opens a table with a number of wrapped keys. */
export const openBareFencing = (folder: string, keys: number): BareFencing => {
  const db = new Database(path.join(folder, `${randomUUID()}.db`))
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  db.pragma('secure_delete = on')
  db.exec('CREATE TABLE keys (scope BLOB PRIMARY KEY, wrapped BLOB, certificate BLOB) STRICT, WITHOUT ROWID')
  const insert = db.prepare('INSERT INTO keys VALUES (?, ?, NULL)')
  const scopes = Array.from({ length: keys }, () => randomBytes(16))
  db.transaction(() => {
    for (const scope of scopes) insert.run(scope, randomBytes(150))
  }).immediate()
  const update = db.prepare('UPDATE keys SET wrapped = NULL, certificate = ? WHERE scope = ?')
  const certificate = randomBytes(16)
  let fenced = 0
  const fenceAll = db.transaction((count: number) => {
    for (let at = 0; at < count; at += 1) update.run(certificate, scopes[fenced++ % scopes.length])
  })
  return {
    fence: (count) => {
      fenceAll.immediate(count)
      db.pragma('wal_checkpoint(truncate)')
    },
    close: () => void db.close(),
  }
}
