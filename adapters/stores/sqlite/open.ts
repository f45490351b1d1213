import Database from 'better-sqlite3-multiple-ciphers'
import * as either from 'fp-ts/Either'
import type { Either } from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { storeUnavailable } from './failure'
import type { Settings } from './settings'

export type Db = Database.Database

const FULL = 2
const OFF = 0

/** Sets a pragma and reads it back: SQLite passes over in silence what it cannot do. */
const insist = (db: Db, pragma: string, value: string, readBack: string | number): void => {
  db.pragma(`${pragma} = ${value}`)
  const now = db.pragma(pragma, { simple: true })
  if (now !== readBack) throw new Error(`${pragma} is ${String(now)} and not ${String(readBack)}`)
}

const tune = (db: Db, settings: Settings): void => {
  // Before the first look at the file: an exclusive lock taken then needs no shared memory.
  insist(db, 'locking_mode', settings.locking, settings.locking)
  insist(db, 'secure_delete', settings.secureDelete, settings.secureDelete === 'on' ? 1 : 0)
  insist(db, 'journal_mode', 'wal', 'wal')
  insist(db, 'wal_autocheckpoint', String(settings.checkpointPages), settings.checkpointPages)
  db.pragma(`cache_size = -${settings.cacheKibibytes}`)
}

const opened =
  (setUp: (db: Db, settings: Settings) => void) =>
  (settings: Settings) =>
  (file: string): Either<StoreUnavailable, Db> =>
    either.tryCatch(() => {
      const db = new Database(file, { timeout: settings.busyTimeout })
      try {
        setUp(db, settings)
        return db
      } catch (error) {
        db.close()
        throw error
      }
    }, storeUnavailable)

/** Opens a file that holds truth: once a commit has answered, what it wrote survives a loss of power. */
export const openTruth = opened((db, settings) => {
  db.pragma(`page_size = ${settings.pageSize}`)
  tune(db, settings)
  insist(db, 'synchronous', 'full', FULL)
})

/** Shows that nobody has a file open, this process included; StoreUnavailable where somebody has. */
export const nobodyHasOpen =
  ({ busyTimeout }: Settings) =>
  (file: string): Either<StoreUnavailable, void> =>
    either.tryCatch(() => {
      const db = new Database(file, { timeout: busyTimeout })
      try {
        insist(db, 'locking_mode', 'exclusive', 'exclusive')
        db.exec('BEGIN EXCLUSIVE; ROLLBACK')
      } finally {
        db.close()
      }
    }, storeUnavailable)

/**
 * Opens an encrypted file that can be thrown away and rebuilt. `key` is 32 bytes; it is used as it is,
 * without derivation. A file of another key answers StoreUnavailable. Who opens it keeps it in order on the disk: see
 * `writeAheadLog`.
 */
export const openDisposable = (key: Uint8Array) =>
  opened((db, settings) => {
    if (key.length !== 32) throw new RangeError('the key of a file has 32 bytes')
    db.pragma("cipher = 'aegis'")
    db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
    insist(db, 'temp_store', 'memory', 2)
    tune(db, settings)
    insist(db, 'synchronous', 'off', OFF)
  })
