import { pipe } from 'fp-ts/function'
import * as E from 'fp-ts/Either'
import { storeUnavailable } from '../../sqlite/failure'
import { openTruth } from '../../sqlite/open'
import { serveRequests } from '../../sqlite/writer-thread/serve-requests'
import type { LogFile } from './log-file'
import { logWriter } from './log-writer'

// Runs on a thread of its own: the only writer of a log.
serveRequests(({ file, settings }: LogFile) =>
  pipe(
    openTruth(settings)(file),
    E.flatMap((db) => E.tryCatch(() => logWriter(db), storeUnavailable)),
  ),
)
