import type * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import { rewrapThroughRing } from '../../../retention/epochs/rewrap-through-ring'
import type { Rewrapping } from '../../../retention/epochs/rewrapping'
import type { EvictedScopes } from '../../../retention/keys/evicted-scopes'
import { rewrapOnThread } from '../../stores/keystore/sqlite/rewrapping/rewrap-on-thread'
import { machineClock } from '../../system/clock/machine-clock'
import type { LibraryStores } from '../stores/library-stores'

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
