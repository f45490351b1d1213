import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { queryOnOwnConnection } from './query-on-own-connection'

const startTimeQuery = 'SELECT pg_postmaster_start_time()::text AS server'

/** Identifies a server under any of its addresses: its start time, to the microsecond. */
export const readPostgresServerIdentity = (url: string): TE.TaskEither<StoreUnavailable, string> =>
  pipe(
    queryOnOwnConnection(url)<{ readonly server: string }>(startTimeQuery),
    TE.map((row) => row?.server ?? ''),
  )
