import { closeSync, constants, openSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { LibraryId } from '../../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../../retention/keys/key-store'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { migrateSqliteSchema } from '../../sqlite/migrate-sqlite-schema'
import { openDurableDatabase, type Db } from '../../sqlite/open-database'
import { keyStoreSettings } from '../../sqlite/sqlite-settings'
import { sqliteKeyStore } from './sqlite-key-store'
import { keyStoreSchemaSteps } from './key-store-schema-steps'

/** Ms to wait for a lock of another process. Short, because the whole process blocks. */
const busyTimeout = 200

/** Creates the file with mode 0600; SQLite gives its other files the same mode. */
const createOwnerOnlyFile = (file: string): void =>
  closeSync(openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600))

/** The library that the file was made for. */
const libraryOf = (db: Db, library: LibraryId): LibraryId => {
  db.prepare('INSERT INTO library SELECT ? WHERE NOT EXISTS (SELECT 1 FROM library)').run(library)
  return db.prepare<[], LibraryId>('SELECT id FROM library').pluck().get() ?? library
}

/**
 * Opens the key store in a file, or makes one for this library. The store of another library keeps that library's id,
 * and the caller refuses it.
 */
export const openSqliteKeyStore =
  (library: LibraryId) =>
  (file: string): E.Either<Unavailable, KeyStore> =>
    pipe(
      E.tryCatch(() => createOwnerOnlyFile(file), sqliteUnavailable),
      E.flatMap(() => openDurableDatabase({ ...keyStoreSettings, busyTimeout })(file)),
      E.flatMap(migrateSqliteSchema(keyStoreSchemaSteps)),
      E.flatMap((db) => E.tryCatch(() => sqliteKeyStore(db, libraryOf(db, library)), sqliteUnavailable)),
      E.mapLeft(({ reason }) => keysUnavailable(reason)),
    )
