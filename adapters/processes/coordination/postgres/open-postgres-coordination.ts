import { pipe } from 'fp-ts/function'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { ReactorCheckpoints } from '../../../../domain/ports/reactor-checkpoints'
import type { MonotonicClock } from '../../../../domain/ports/clocks'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { Leases } from '../../../../domain/ports/leases'
import type { ProcessRegistry } from '../../process-registry/process-registry'
import type { ReactorProgressChannel } from '../reactor-progress-channel'
import { defaultPoolSettings } from '../../../stores/postgres/open-pool'
import { openMigratedPool } from '../../../stores/postgres/open-migrated-pool'
import type { FencingToken } from '../../leases/fencing-token'
import { postgresReactorCheckpoints } from './postgres-reactor-checkpoints'
import { postgresLeases } from './postgres-leases'
import { postgresProcessRegistry, type ProcessIdentity } from './postgres-process-registry'
import { createPostgresReactorProgressChannel } from './postgres-reactor-progress-channel'
import { coordinationSchema } from './coordination-schema'

/** The coordination tables of a database. */
export interface PostgresCoordination {
  /** Leases with a duration in ms. */
  readonly leases: (durationMs: number) => Leases
  readonly checkpoints: (fencingToken?: FencingToken) => ReactorCheckpoints
  readonly processRegistry: (identity: ProcessIdentity) => ProcessRegistry
  readonly progress: ReactorProgressChannel
  readonly close: Task<void>
}

/** Opens the coordination tables of a database. Makes missing tables when the role may. */
export const openPostgresCoordination =
  (clock: MonotonicClock) =>
  (url: string): TE.TaskEither<StoreUnavailable, PostgresCoordination> =>
    pipe(
      openMigratedPool(coordinationSchema)(defaultPoolSettings)(url),
      TE.map((pool) => {
        const progress = createPostgresReactorProgressChannel(pool, url)
        return {
          leases: postgresLeases(clock, pool),
          checkpoints: postgresReactorCheckpoints(pool),
          processRegistry: (identity: ProcessIdentity) => postgresProcessRegistry(pool, identity),
          progress,
          close: async () => {
            await progress.close()
            await pool.end()
          },
        }
      }),
    )
