import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { askOnce } from './ask-once'

const started = 'SELECT pg_postmaster_start_time()::text AS server'

/** What tells a server from every other, by whatever name it is called: when it was started, to the microsecond. */
export const serverOf = (url: string): TE.TaskEither<StoreUnavailable, string> =>
  pipe(
    askOnce(url)<{ readonly server: string }>(started),
    TE.map((row) => row?.server ?? ''),
  )
