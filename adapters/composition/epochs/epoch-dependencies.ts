import type { LibraryClock } from '../../../domain/ports/clocks'
import type { Random } from '../../../domain/ports/random'
import type { EvictionCollector } from '../../../retention/keys/eviction-collector'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import type { createMoveReadModels } from '../operations/move-read-models'
import type { RingOwnership } from '../opening/ring-use'
import type { LibraryStores } from '../stores/library-stores'

/** What the rolling of epochs is built from. */
export interface EpochDependencies {
  readonly stores: LibraryStores
  readonly projectorGroup: ProjectorGroup
  /** Moves the read models into a file under another key. */
  readonly moveReadModels: ReturnType<typeof createMoveReadModels>
  /** The scopes that are evicted from memory, for the thread that re-wraps keys. */
  readonly evictedScopes: EvictionCollector
  readonly clock: LibraryClock
  readonly random: Random
  readonly alarm: AlarmReporter
  /** How many days the wrapping key of a retired epoch stays in escrow. */
  readonly escrowDays: number
  /** Aborted when the library is closed. */
  readonly stop: AbortSignal
  readonly ringOwnership: RingOwnership
}
