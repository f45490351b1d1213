import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Pool } from 'pg'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { storeUnavailable } from './failure'

/** Does work by a pool that is opened for it alone, and ended after it however it goes. */
export const byItself =
  (opening: TE.TaskEither<StoreUnavailable, Pool>) =>
  <A>(work: (pool: Pool) => Promise<A>): TE.TaskEither<StoreUnavailable, A> =>
    pipe(
      opening,
      TE.flatMap((pool) => TE.tryCatch(() => work(pool).finally(() => pool.end()), storeUnavailable)),
    )
