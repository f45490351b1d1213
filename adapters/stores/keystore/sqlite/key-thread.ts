import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { openDurableDatabase } from '../../sqlite/open-database'
import { serveRequests } from '../../sqlite/writer-thread/serve-requests'
import { keySettings } from './key-settings'
import { keyWriter } from './key-writer'

// Runs on its own thread, as the only writer of a key store.
serveRequests((file: string) =>
  pipe(
    openDurableDatabase(keySettings)(file),
    E.flatMap((db) => E.tryCatch(() => keyWriter(db), sqliteUnavailable)),
  ),
)
