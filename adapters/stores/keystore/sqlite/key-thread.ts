import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { storeUnavailable } from '../../sqlite/failure'
import { openTruth } from '../../sqlite/open'
import { serveRequests } from '../../sqlite/writer-thread/serve-requests'
import { keySettings } from './key-settings'
import { keyWriter } from './key-writer'

// Runs on a thread of its own: the only writer of a key store.
serveRequests((file: string) =>
  pipe(
    openTruth(keySettings)(file),
    E.flatMap((db) => E.tryCatch(() => keyWriter(db), storeUnavailable)),
  ),
)
