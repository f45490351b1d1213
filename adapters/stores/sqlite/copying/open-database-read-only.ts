import Database from 'better-sqlite3-multiple-ciphers'
import { makeDatabaseFilePrivate } from '../private-database-file'
import type { SqliteDatabase } from '../open-sqlite-database'

/** A file that is copied, or its copy: the path and, when it is encrypted, the key of 32 bytes. */
export interface DatabaseFileWithKey {
  readonly file: string
  readonly key?: Uint8Array
}

const useKey = (db: SqliteDatabase, key: Uint8Array | undefined): void => {
  if (key === undefined) return
  db.pragma("cipher = 'aegis'")
  db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
}

/** Opens a file for reading. With a wrong key the first read throws SQLITE_NOTADB. */
export const openDatabaseReadOnly = ({ file, key }: DatabaseFileWithKey): SqliteDatabase => {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 2000 })
  useKey(db, key)
  return db
}

/**
 * Makes the file of a copy. It has no journal, because a copy that is interrupted is not used; its writer waits for the
 * disk at the end. No part of it is written into a temporary file.
 */
export const makeDatabaseCopyFile = ({ file, key }: DatabaseFileWithKey, pageSize: number): SqliteDatabase => {
  makeDatabaseFilePrivate(file)
  const db = new Database(file)
  useKey(db, key)
  db.pragma(`page_size = ${String(pageSize)}`)
  db.pragma('journal_mode = off')
  db.pragma('synchronous = off')
  db.pragma('temp_store = memory')
  return db
}
