import Database from 'better-sqlite3-multiple-ciphers'
import * as either from 'fp-ts/Either'
import type { Either } from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { makeDatabaseFilePrivate } from './private-database-file'
import { sqliteUnavailable } from './sqlite-failure'
import type { SqliteSettings } from './sqlite-settings'

export type SqliteDatabase = Database.Database

const synchronousFull = 2
const synchronousOff = 0

/** Sets a pragma and reads it back, because SQLite silently ignores values that it does not support. */
const setPragma = (db: SqliteDatabase, pragma: string, value: string, expected: string | number): void => {
  db.pragma(`${pragma} = ${value}`)
  const actual = db.pragma(pragma, { simple: true })
  if (actual !== expected) throw new Error(`${pragma} is ${String(actual)} and not ${String(expected)}`)
}

const applySettings = (db: SqliteDatabase, settings: SqliteSettings): void => {
  // Before the first read of the file: then an exclusive lock needs no shared memory.
  setPragma(db, 'locking_mode', settings.locking, settings.locking)
  setPragma(db, 'secure_delete', settings.secureDelete, settings.secureDelete === 'on' ? 1 : 0)
  setPragma(db, 'journal_mode', 'wal', 'wal')
  setPragma(db, 'wal_autocheckpoint', String(settings.checkpointPages), settings.checkpointPages)
  db.pragma(`cache_size = -${settings.cacheKibibytes}`)
}

const openDatabase =
  (configure: (db: SqliteDatabase, settings: SqliteSettings) => void) =>
  (settings: SqliteSettings) =>
  (file: string): Either<StoreUnavailable, SqliteDatabase> =>
    either.tryCatch(() => {
      makeDatabaseFilePrivate(file)
      const db = new Database(file, { timeout: settings.busyTimeout })
      try {
        configure(db, settings)
        return db
      } catch (error) {
        db.close()
        throw error
      }
    }, sqliteUnavailable)

/** Opens a file whose committed data survives a loss of power (logs, keys). */
export const openDurableDatabase = openDatabase((db, settings) => {
  db.pragma(`page_size = ${settings.pageSize}`)
  applySettings(db, settings)
  setPragma(db, 'synchronous', 'full', synchronousFull)
})

/** Checks that no connection, also none of this process, has a file open; otherwise StoreUnavailable. */
export const requireDatabaseNotOpen =
  ({ busyTimeout }: SqliteSettings) =>
  (file: string): Either<StoreUnavailable, void> =>
    either.tryCatch(() => {
      makeDatabaseFilePrivate(file)
      const db = new Database(file, { timeout: busyTimeout })
      try {
        setPragma(db, 'locking_mode', 'exclusive', 'exclusive')
        db.exec('BEGIN EXCLUSIVE; ROLLBACK')
      } finally {
        db.close()
      }
    }, sqliteUnavailable)

/**
 * Opens an encrypted file that can be rebuilt from the logs. `key` is 32 bytes and used without key derivation. A file
 * with another key is StoreUnavailable. Its owner must synchronise it with the disk: see `openWriteAheadLog`.
 */
export const openDisposableDatabase = (key: Uint8Array) =>
  openDatabase((db, settings) => {
    if (key.length !== 32) throw new RangeError('the key of a file has 32 bytes')
    db.pragma("cipher = 'aegis'")
    db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
    setPragma(db, 'temp_store', 'memory', 2)
    applySettings(db, settings)
    setPragma(db, 'synchronous', 'off', synchronousOff)
  })
