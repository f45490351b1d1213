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
import { forKeys, forKeysInBulk, type Settings } from '../../sqlite/settings'
import type { BulkOrder } from '../../sqlite/bulk-order'
import { bulkKeyStore } from './bulk-key-store'
import { sqliteKeyStore } from './key-store'
import { schema } from './schema'

/** How long to wait for another process, in ms. Short: the whole process waits. */
const busyTimeout = 200

/** SQLite gives its other files the mode of the first, so that all are for the owner alone. */
const makeForOwner = (file: string): void => closeSync(openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600))

/** The library a file belongs to: the one that it was made for. */
const libraryOf = (db: Db, library: LibraryId): LibraryId => {
  db.prepare('INSERT INTO library SELECT ? WHERE NOT EXISTS (SELECT 1 FROM library)').run(library)
  return db.prepare<[], LibraryId>('SELECT id FROM library').pluck().get() ?? library
}

/**
 * Opens the key store in a file, or makes one for this library. A store made for another library keeps that
 * library's id, and whoever holds keys refuses it.
 */
const openWith =
  (settings: Settings, keyStoreIn: (db: Db, library: LibraryId) => KeyStore) =>
  (library: LibraryId) =>
  (file: string): E.Either<Unavailable, KeyStore> =>
    pipe(
      E.tryCatch(() => makeForOwner(file), storeUnavailable),
      E.flatMap(() => openTruth({ ...settings, busyTimeout })(file)),
      E.flatMap(migrate(schema)),
      E.flatMap((db) => E.tryCatch(() => keyStoreIn(db, libraryOf(db, library)), storeUnavailable)),
      E.mapLeft(({ reason }) => unavailable(reason)),
    )

export const openKeyStore = openWith(forKeys, sqliteKeyStore)

/** Opens the key store for writing in bulk: new keys become durable with the next flush of the order. */
export const openBulkKeyStore = (order: BulkOrder) => openWith(forKeysInBulk, bulkKeyStore(order))
