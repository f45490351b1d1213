import { pipe } from 'fp-ts/function'
import * as E from 'fp-ts/Either'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { openDurableDatabase } from '../../sqlite/open-database'
import { serveRequests } from '../../sqlite/writer-thread/serve-requests'
import { checkAbsentStream } from './check-absent-stream'
import type { LogFile } from './log-file'
import { logWriter } from './log-writer'

// Runs on its own thread, as the only writer of a log.
serveRequests(({ file, settings }: LogFile) =>
  pipe(
    openDurableDatabase(settings)(file),
    E.flatMap((db) => E.tryCatch(() => logWriter(db, checkAbsentStream(db)), sqliteUnavailable)),
  ),
)
