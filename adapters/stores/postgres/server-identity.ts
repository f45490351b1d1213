import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { queryOnce } from './query-once'

const startTimeQuery = 'SELECT pg_postmaster_start_time()::text AS server'

/** Identifies a server under any of its addresses: its start time, to the microsecond. */
export const serverIdentity = (url: string): TE.TaskEither<StoreUnavailable, string> =>
  pipe(
    queryOnce(url)<{ readonly server: string }>(startTimeQuery),
    TE.map((row) => row?.server ?? ''),
  )
