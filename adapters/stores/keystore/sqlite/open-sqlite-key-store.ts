import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { LibraryId } from '../../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../../retention/keys/key-store'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { addFileNameToError, sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { migrateSqliteSchema } from '../../sqlite/migrate-sqlite-schema'
import { withCommitBeforeClose, type BulkFileCommits } from '../../sqlite/bulk/bulk-file-commits'
import { createBulkTransaction } from '../../sqlite/bulk/bulk-transaction'
import { createBulkWriter } from '../../sqlite/bulk/bulk-writer'
import { openDurableDatabase, type SqliteDatabase } from '../../sqlite/open-sqlite-database'
import type { SqliteSettings } from '../../sqlite/sqlite-settings'
import { startThread } from '../../sqlite/writer-thread/start-thread'
import { startWriterThread, type WriterThread } from '../../sqlite/writer-thread/start-writer-thread'
import type { KeyStoreWriterProtocol } from './key-store-writer-protocol'
import { bulkKeyStoreSqliteSettings, keyStoreSqliteSettings } from './key-store-sqlite-settings'
import { createKeyStoreWriter } from './key-store-writer'
import { createSqliteKeyStore } from './sqlite-key-store'
import { keyStoreSchemaSteps } from './key-store-schema-steps'

/** The library that the file was made for. */
const libraryOf = (db: SqliteDatabase, library: LibraryId): LibraryId => {
  db.prepare('INSERT INTO library SELECT ? WHERE NOT EXISTS (SELECT 1 FROM library)').run(library)
  return db.prepare<[], LibraryId>('SELECT id FROM library').pluck().get() ?? library
}

const startKeyThread = (file: string): WriterThread<KeyStoreWriterProtocol> =>
  startWriterThread(
    (setup) => startThread(__dirname, 'key-store-writer-thread', { workerData: setup, transferList: [setup.port] }),
    file,
  )

type CreateKeyStore = (db: SqliteDatabase, file: string, library: LibraryId) => KeyStore

const createKeyStoreWithThread: CreateKeyStore = (db, file, library) => {
  db.pragma('query_only = on')
  return createSqliteKeyStore(db, startKeyThread(file), library)
}

const createBulkKeyStore =
  (commits: BulkFileCommits): CreateKeyStore =>
  (db, _file, library) => {
    const writer = createKeyStoreWriter(db)
    const transaction = createBulkTransaction(db, writer.rolledBack, commits.reportFailure)
    commits.addKeyStore(transaction)
    const durability = {
      beforeRequest: () => E.right(undefined),
      commitAll: commits.commitAll,
      durableRequests: new Set<keyof KeyStoreWriterProtocol>(['fence', 'replace', 'remove', 'refuseEpochsBefore']),
    }
    return withCommitBeforeClose(
      commits,
      createSqliteKeyStore(db, createBulkWriter(writer, transaction, durability), library),
    )
  }

const openKeyFile =
  (settings: SqliteSettings, create: CreateKeyStore) =>
  (library: LibraryId) =>
  (file: string): E.Either<Unavailable, KeyStore> =>
    pipe(
      openDurableDatabase(settings)(file),
      E.flatMap(migrateSqliteSchema(keyStoreSchemaSteps)),
      E.flatMap((db) => E.tryCatch(() => create(db, file, libraryOf(db, library)), sqliteUnavailable)),
      E.mapLeft(addFileNameToError(file)),
      E.mapLeft(({ reason }) => keysUnavailable(reason)),
    )

/**
 * Opens the key store in a file, or makes one for this library. The store of another library keeps that library's id,
 * and the caller refuses it.
 */
export const openSqliteKeyStore = openKeyFile(keyStoreSqliteSettings, createKeyStoreWithThread)

/**
 * Opens the key store for writing in bulk, on this thread. New keys become durable with the next commit. The destruction
 * of keys is durable when it is answered, and after everything that was answered before it.
 */
export const openBulkKeyStore = (commits: BulkFileCommits) =>
  openKeyFile(bulkKeyStoreSqliteSettings, createBulkKeyStore(commits))
