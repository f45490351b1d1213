import { closeSync, constants, openSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Unavailable } from '../../../../domain/ports/keys'
import type { LibraryId } from '../../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../../retention/keys/key-store'
import { unavailable } from '../../../../retention/keys/unavailable'
import { storeUnavailable } from '../../sqlite/failure'
import { migrate } from '../../sqlite/migrate'
import { openTruth, type Db } from '../../sqlite/open'
import { startThread } from '../../sqlite/writer-thread/start-thread'
import { writerThread, type RemoteWriter } from '../../sqlite/writer-thread/writer-thread'
import type { KeyProtocol } from './key-request'
import { keySettings } from './key-settings'
import { sqliteKeyStore } from './key-store'
import { schema } from './schema'

/** SQLite gives its other files the mode of the first, so that all are for the owner alone. */
const makeForOwner = (file: string): void => closeSync(openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600))

/** The library a file belongs to: the one that it was made for. */
const libraryOf = (db: Db, library: LibraryId): LibraryId => {
  db.prepare('INSERT INTO library SELECT ? WHERE NOT EXISTS (SELECT 1 FROM library)').run(library)
  return db.prepare<[], LibraryId>('SELECT id FROM library').pluck().get() ?? library
}

const startKeyThread = (file: string): RemoteWriter<KeyProtocol> =>
  writerThread((setUp) => startThread(__dirname, 'key-thread', { workerData: setUp, transferList: [setUp.port] }), file)

const openedBy = (library: LibraryId, file: string, db: Db): KeyStore => {
  const itsLibrary = libraryOf(db, library)
  db.pragma('query_only = on')
  return sqliteKeyStore(db, startKeyThread(file), itsLibrary)
}

/**
 * Opens the key store in a file, or makes one for this library. A store made for another library keeps that
 * library's id, and whoever holds keys refuses it.
 */
export const openKeyStore =
  (library: LibraryId) =>
  (file: string): E.Either<Unavailable, KeyStore> =>
    pipe(
      E.tryCatch(() => makeForOwner(file), storeUnavailable),
      E.flatMap(() => openTruth(keySettings)(file)),
      E.flatMap(migrate(schema)),
      E.flatMap((db) => E.tryCatch(() => openedBy(library, file, db), storeUnavailable)),
      E.mapLeft(({ reason }) => unavailable(reason)),
    )
