import { pipe } from 'fp-ts/function'
import * as E from 'fp-ts/Either'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { openDurableDatabase } from '../../sqlite/open-sqlite-database'
import { serveWriterRequests } from '../../sqlite/writer-thread/serve-writer-requests'
import { createStreamIndexCheck } from './stream-index-check'
import type { EventLogFile } from './event-log-file'
import { createEventLogWriter } from './event-log-writer'

// Runs on its own thread, as the only writer of a log.
serveWriterRequests(({ file, settings }: EventLogFile) =>
  pipe(
    openDurableDatabase(settings)(file),
    E.flatMap((db) => E.tryCatch(() => createEventLogWriter(db, createStreamIndexCheck(db)), sqliteUnavailable)),
  ),
)
