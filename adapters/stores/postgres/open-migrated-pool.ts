import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Pool } from 'pg'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { migratePostgresSchema, type SchemaSteps } from './migrate-postgres-schema'
import { createPostgresPool, maintenancePoolSettings, openPool, type PoolSettings } from './open-pool'

/** Opens a pool and migrates one schema of the database to its newest version. A failure leaves nothing open. */
export const openMigratedPool =
  (steps: SchemaSteps) =>
  (settings: PoolSettings) =>
  (url: string): TaskEither<StoreUnavailable, Pool> =>
  async () => {
    const pool = await openPool(settings)(url)()
    if (E.isLeft(pool)) return pool
    const migrated = await migratePostgresSchema(steps, () => createPostgresPool(maintenancePoolSettings, url))(
      pool.right,
    )()
    if (E.isLeft(migrated)) await pool.right.end()
    return migrated
  }
