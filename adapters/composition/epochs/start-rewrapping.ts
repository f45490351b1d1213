import { setImmediate } from 'node:timers/promises'
import type * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import { rewrapThroughRing } from '../../../retention/epochs/rewrap-through-ring'
import type { RewrappingRowReader } from '../../../retention/epochs/rewrapping-row-reader'
import type { EvictionCollector } from '../../../retention/keys/eviction-collector'
import { rewrapOnThread } from '../../stores/keystore/rewrapping/rewrap-on-thread'
import { withKeyFileCheckpointsDuringRewrap } from '../../stores/keystore/rewrapping/with-key-file-checkpoints-during-rewrap'
import { machineMonotonicClock } from '../../system/clock/machine-monotonic-clock'
import { delay } from '../../system/concurrency/delay'
import type { LibraryStores } from '../stores/library-stores'

type KeyPlaces = Pick<LibraryStores, 'ring' | 'keyPlace'>

const canUseThread = ({ ring, keyPlace }: KeyPlaces): boolean =>
  ring.copyWrappingKeys !== undefined && keyPlace !== undefined

/** Ms. After each batch that the main thread has made, commands run for as long as a batch takes. */
const pauseBetweenBatches = 10

/** How the main thread lets commands run between two batches. */
export const createPauseBetweenBatches = (places: KeyPlaces): (() => Promise<void>) =>
  canUseThread(places) ? () => setImmediate() : () => delay(pauseBetweenBatches)

/** Ms. On PostgreSQL only commands about the same keys wait for a batch, and each batch waits for the network. */
const batchMsOnPostgres = 25

/** How long the writing of one batch shall take; undefined for the usual time. */
export const rewrapBatchMsOfKeyPlace = ({ keyPlace }: Pick<KeyPlaces, 'keyPlace'>): number | undefined =>
  keyPlace?._tag === 'Postgres' ? batchMsOnPostgres : undefined

/**
 * Begins to re-wrap the keys of a library: on a thread of its own where the ring gives its wrapping keys and the thread
 * can read the key store, otherwise by the ring.
 */
export const startRewrapping = (
  {
    ring,
    keyStore,
    keyPlace,
    schedule: { isEnded },
  }: Pick<LibraryStores, 'ring' | 'keyStore' | 'keyPlace' | 'schedule'>,
  evictedScopes: EvictionCollector,
): TE.TaskEither<Unavailable, RewrappingRowReader> => {
  const { copyWrappingKeys } = ring
  return withKeyFileCheckpointsDuringRewrap(keyPlace)(
    copyWrappingKeys === undefined || keyPlace === undefined
      ? rewrapThroughRing({
          ring,
          store: keyStore,
          isEnded,
          elapsed: machineMonotonicClock.elapsed,
          giveWay: () => setImmediate(),
        })
      : rewrapOnThread({ ring, copyWrappingKeys, place: keyPlace, isEnded, evictedScopes }),
  )
}
