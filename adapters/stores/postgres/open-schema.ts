import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Pool } from 'pg'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { migrate, type Steps } from './migrate'
import { openPool, type PoolSettings } from './open-pool'

/** Opens a database and brings one of its schemas to its newest form; a failure leaves nothing open. */
export const openSchema =
  (steps: Steps) =>
  (settings: PoolSettings) =>
  (url: string): TaskEither<StoreUnavailable, Pool> =>
  async () => {
    const pool = await openPool(settings)(url)()
    if (E.isLeft(pool)) return pool
    const migrated = await migrate(steps)(pool.right)()
    if (E.isLeft(migrated)) await pool.right.end()
    return migrated
  }
