import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { LibraryId } from '../../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../../retention/keys/key-store'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { addFileNameToError, sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { migrateSqliteSchema } from '../../sqlite/migrate-sqlite-schema'
import { withCommitBeforeClose, type BulkFileCommits } from '../../sqlite/bulk/bulk-file-commits'
import { bulkTransaction } from '../../sqlite/bulk/bulk-transaction'
import { bulkWriter } from '../../sqlite/bulk/bulk-writer'
import { openDurableDatabase, type SqliteDatabase } from '../../sqlite/open-database'
import type { SqliteSettings } from '../../sqlite/sqlite-settings'
import { startThread } from '../../sqlite/writer-thread/start-thread'
import { writerThread, type WriterThread } from '../../sqlite/writer-thread/writer-thread'
import type { KeyProtocol } from './key-request'
import { bulkKeyStoreSqliteSettings, keyStoreSqliteSettings } from './key-store-sqlite-settings'
import { keyWriter } from './key-writer'
import { sqliteKeyStore } from './sqlite-key-store'
import { keyStoreSchemaSteps } from './key-store-schema-steps'

/** The library that the file was made for. */
const libraryOf = (db: SqliteDatabase, library: LibraryId): LibraryId => {
  db.prepare('INSERT INTO library SELECT ? WHERE NOT EXISTS (SELECT 1 FROM library)').run(library)
  return db.prepare<[], LibraryId>('SELECT id FROM library').pluck().get() ?? library
}

const startKeyThread = (file: string): WriterThread<KeyProtocol> =>
  writerThread((setup) => startThread(__dirname, 'key-thread', { workerData: setup, transferList: [setup.port] }), file)

type CreateKeyStore = (db: SqliteDatabase, file: string, library: LibraryId) => KeyStore

const createKeyStoreWithThread: CreateKeyStore = (db, file, library) => {
  db.pragma('query_only = on')
  return sqliteKeyStore(db, startKeyThread(file), library)
}

const createBulkKeyStore =
  (commits: BulkFileCommits): CreateKeyStore =>
  (db, _file, library) => {
    const writer = keyWriter(db)
    const transaction = bulkTransaction(db, writer.rolledBack, commits.reportFailure)
    commits.addKeyStore(transaction)
    const durability = {
      beforeRequest: () => E.right(undefined),
      commitAll: commits.commitAll,
      durableRequests: new Set<keyof KeyProtocol>(['fence', 'replace', 'remove', 'refuseEpochsBefore']),
    }
    return withCommitBeforeClose(commits, sqliteKeyStore(db, bulkWriter(writer, transaction, durability), library))
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
