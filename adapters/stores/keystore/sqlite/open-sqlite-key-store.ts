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
import { startThread } from '../../sqlite/writer-thread/start-thread'
import { writerThread, type RemoteWriter } from '../../sqlite/writer-thread/writer-thread'
import type { KeyProtocol } from './key-request'
import { keySettings } from './key-settings'
import { sqliteKeyStore } from './sqlite-key-store'
import { keyStoreSchemaSteps } from './key-store-schema-steps'

/** Creates the file with mode 0600; SQLite gives its other files the same mode. */
const createOwnerOnlyFile = (file: string): void =>
  closeSync(openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600))

/** The library that the file was made for. */
const libraryOf = (db: Db, library: LibraryId): LibraryId => {
  db.prepare('INSERT INTO library SELECT ? WHERE NOT EXISTS (SELECT 1 FROM library)').run(library)
  return db.prepare<[], LibraryId>('SELECT id FROM library').pluck().get() ?? library
}

const startKeyThread = (file: string): RemoteWriter<KeyProtocol> =>
  writerThread((setup) => startThread(__dirname, 'key-thread', { workerData: setup, transferList: [setup.port] }), file)

const createKeyStore = (library: LibraryId, file: string, db: Db): KeyStore => {
  const libraryOfFile = libraryOf(db, library)
  db.pragma('query_only = on')
  return sqliteKeyStore(db, startKeyThread(file), libraryOfFile)
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
      E.flatMap(() => openDurableDatabase(keySettings)(file)),
      E.flatMap(migrateSqliteSchema(keyStoreSchemaSteps)),
      E.flatMap((db) => E.tryCatch(() => createKeyStore(library, file, db), sqliteUnavailable)),
      E.mapLeft(({ reason }) => keysUnavailable(reason)),
    )
