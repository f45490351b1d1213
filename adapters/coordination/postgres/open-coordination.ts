import { pipe } from 'fp-ts/function'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { Checkpoints } from '../../../domain/ports/checkpoints'
import type { MachineClock } from '../../../domain/ports/clocks'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { Leases } from '../../../domain/ports/leases'
import { usualPool } from '../../postgres/open-pool'
import { openSchema } from '../../postgres/open-schema'
import { postgresCheckpoints, type Fence } from './checkpoints'
import { postgresLeases } from './leases'
import * as firstCoordination from './migrations/0001-coordination'

/** What processes agree upon. */
export interface Coordination {
  /** Leases of so many ms. */
  readonly leases: (length: number) => Leases
  readonly checkpoints: (fence?: Fence) => Checkpoints
  readonly close: Task<void>
}

const steps = { schema: 'coordination', steps: { '0001-coordination': firstCoordination } }

/** Opens what processes agree upon in a database, and makes it where there is none and the role may. */
export const openCoordination =
  (clock: MachineClock) =>
  (url: string): TE.TaskEither<StoreUnavailable, Coordination> =>
    pipe(
      openSchema(steps)(usualPool)(url),
      TE.map((pool) => ({
        leases: postgresLeases(clock, pool),
        checkpoints: postgresCheckpoints(pool),
        close: () => pool.end(),
      })),
    )
