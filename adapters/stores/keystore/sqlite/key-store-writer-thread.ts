import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { openDurableDatabase } from '../../sqlite/open-sqlite-database'
import { serveWriterRequests } from '../../sqlite/writer-thread/serve-writer-requests'
import { keyStoreSqliteSettings } from './key-store-sqlite-settings'
import { createKeyStoreWriter } from './key-store-writer'

// Runs on its own thread, as the only writer of a key store.
serveWriterRequests((file: string) =>
  pipe(
    openDurableDatabase(keyStoreSqliteSettings)(file),
    E.flatMap((db) => E.tryCatch(() => createKeyStoreWriter(db), sqliteUnavailable)),
  ),
)
