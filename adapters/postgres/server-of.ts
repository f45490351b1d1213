import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../domain/ports/event-store'
import { storeUnavailable } from './failure'
import { openPool, usualPool } from './open-pool'

const started = 'SELECT pg_postmaster_start_time()::text AS server'

/** What tells a server from every other, by whatever name it is called: when it was started, to the microsecond. */
export const serverOf = (url: string): TE.TaskEither<StoreUnavailable, string> =>
  pipe(
    openPool({ ...usualPool, connections: 1 })(url),
    TE.flatMap((pool) =>
      TE.tryCatch(
        () =>
          pool
            .query<{ readonly server: string }>(started)
            .then(({ rows }) => rows[0]?.server ?? '')
            .finally(() => pool.end()),
        storeUnavailable,
      ),
    ),
  )
