import { pipe } from 'fp-ts/function'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { Checkpoints } from '../../../../domain/ports/checkpoints'
import type { MachineClock } from '../../../../domain/ports/clocks'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { Leases } from '../../../../domain/ports/leases'
import type { Presence } from '../presence'
import type { ProgressChannel } from '../progress'
import { usualPool } from '../../../stores/postgres/open-pool'
import { openSchema } from '../../../stores/postgres/open-schema'
import type { Fence } from '../fence'
import { postgresCheckpoints } from './checkpoints'
import { postgresLeases } from './leases'
import { postgresPresence, type Here } from './presence'
import { postgresProgressChannel } from './progress'
import { coordinationSchema } from './schema'

/** What processes agree upon. */
export interface Agreed {
  /** Leases of so many ms. */
  readonly leases: (length: number) => Leases
  readonly checkpoints: (fence?: Fence) => Checkpoints
  readonly presence: (here: Here) => Presence
  readonly progress: ProgressChannel
  readonly close: Task<void>
}

/** Opens what processes agree upon in a database, and makes it where there is none and the role may. */
export const openCoordination =
  (clock: MachineClock) =>
  (url: string): TE.TaskEither<StoreUnavailable, Agreed> =>
    pipe(
      openSchema(coordinationSchema)(usualPool)(url),
      TE.map((pool) => {
        const progress = postgresProgressChannel(pool, url)
        return {
          leases: postgresLeases(clock, pool),
          checkpoints: postgresCheckpoints(pool),
          presence: (here: Here) => postgresPresence(pool, here),
          progress,
          close: async () => {
            await progress.close()
            await pool.end()
          },
        }
      }),
    )
