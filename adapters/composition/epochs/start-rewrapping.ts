import { setImmediate } from 'node:timers/promises'
import type * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import { rewrapThroughRing } from '../../../retention/epochs/rewrap-through-ring'
import type { Rewrapping } from '../../../retention/epochs/rewrapping'
import type { EvictedScopes } from '../../../retention/keys/evicted-scopes'
import { rewrapOnThread } from '../../stores/keystore/sqlite/rewrapping/rewrap-on-thread'
import { machineClock } from '../../system/clock/machine-clock'
import { delay } from '../../system/concurrency/delay'
import type { LibraryStores } from '../stores/library-stores'

type KeyPlaces = Pick<LibraryStores, 'ring' | 'keyFiles'>

const canUseThread = ({ ring, keyFiles }: KeyPlaces): boolean =>
  ring.copyWrappingKeys !== undefined && keyFiles !== undefined

/** Ms. After each batch that the main thread has made, commands run for as long as a batch takes. */
const pauseBetweenBatches = 10

/** How the main thread lets commands run between two batches. */
export const giveWayIn = (places: KeyPlaces): (() => Promise<void>) =>
  canUseThread(places) ? () => setImmediate() : () => delay(pauseBetweenBatches)

/**
 * Begins to re-wrap the keys of a library: on a thread of its own where the key store is in files and the ring gives its
 * wrapping keys, otherwise by the ring.
 */
export const startRewrapping = (
  {
    ring,
    keyStore,
    keyFiles,
    schedule: { isEnded },
  }: Pick<LibraryStores, 'ring' | 'keyStore' | 'keyFiles' | 'schedule'>,
  evictedScopes: EvictedScopes,
): TE.TaskEither<Unavailable, Rewrapping> => {
  const { copyWrappingKeys } = ring
  return copyWrappingKeys === undefined || keyFiles === undefined
    ? rewrapThroughRing({ ring, store: keyStore, isEnded, elapsed: machineClock.elapsed })
    : rewrapOnThread({ ring, copyWrappingKeys, files: keyFiles, isEnded, evictedScopes })
}
