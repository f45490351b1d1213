import * as TE from 'fp-ts/TaskEither'
import { removeReplacedKeys } from '../../adapters/composition/epochs/remove-replaced-keys'
import { rewrapThroughRing } from '../../retention/epochs/rewrap-through-ring'
import { rewrapKeysAndRemoveOldBytes } from '../../retention/epochs/roll-epoch'
import type { KekRing } from '../../retention/keys/kek-ring'
import type { KeyStore } from '../../retention/keys/key-store'

/** Re-wraps the keys of a store in the current epoch, and removes the bytes that they replace, as a roll does. */
export const moveKeysThroughRing = (
  ring: KekRing,
  store: KeyStore,
  erased: ReadonlySet<string>,
): ReturnType<typeof rewrapKeysAndRemoveOldBytes> => {
  const elapsed = (): number => performance.now()
  return rewrapKeysAndRemoveOldBytes(
    {
      startRewrapping: rewrapThroughRing({
        ring,
        store,
        isEnded: (scope) => erased.has(scope),
        elapsed,
        giveWay: () => Promise.resolve(),
      }),
      ...{ store, elapsed, giveWay: () => Promise.resolve(), alarm: () => undefined },
      checkpointKeyStore: removeReplacedKeys(store),
      catchUpSchedule: TE.right(undefined),
    },
    () => undefined,
  )
}
