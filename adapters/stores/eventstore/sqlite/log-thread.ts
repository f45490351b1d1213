import { pipe } from 'fp-ts/function'
import * as E from 'fp-ts/Either'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { openDurableDatabase } from '../../sqlite/open-database'
import { serveWriterRequests } from '../../sqlite/writer-thread/serve-writer-requests'
import { createStreamIndexCheck } from './stream-index-check'
import type { LogFile } from './log-file'
import { createLogWriter } from './log-writer'

// Runs on its own thread, as the only writer of a log.
serveWriterRequests(({ file, settings }: LogFile) =>
  pipe(
    openDurableDatabase(settings)(file),
    E.flatMap((db) => E.tryCatch(() => createLogWriter(db, createStreamIndexCheck(db)), sqliteUnavailable)),
  ),
)
