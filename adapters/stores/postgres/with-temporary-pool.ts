import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Pool } from 'pg'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { postgresUnavailable } from './postgres-failure'
import { thenClose } from '../../system/concurrency/then-close'

/** Opens a pool, does the work, and closes the pool, also when the work fails. */
export const withTemporaryPool =
  (openingPool: TE.TaskEither<StoreUnavailable, Pool>) =>
  <A>(work: (pool: Pool) => Promise<A>): TE.TaskEither<StoreUnavailable, A> =>
    pipe(
      openingPool,
      TE.flatMap((pool) => TE.tryCatch(() => thenClose(work(pool), () => pool.end()), postgresUnavailable)),
    )
