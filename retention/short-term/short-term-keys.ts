import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { ReadonlyNonEmptyArray } from 'fp-ts/ReadonlyNonEmptyArray'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { Epoch, KekRing } from '../keys/kek-ring'
import { deriveIdKey, deriveSealingKeys } from '../sealing/derive-keys'

/** The keys of one epoch: one for the ids of rows, one for their contents. */
export interface ShortTermKeys {
  readonly ids: Uint8Array
  readonly contents: Uint8Array
}

/** What of the ring gives the keys of the short-term store. */
export type ShortTermKeyRing = Pick<KekRing, 'currentEpoch' | 'epochs' | 'retiredEpochs' | 'shortTermKey'>

const keysOf =
  ({ shortTermKey }: ShortTermKeyRing) =>
  (epoch: Epoch): TE.TaskEither<Unavailable, ShortTermKeys> =>
    pipe(
      shortTermKey(epoch),
      TE.map((key) => ({ ids: deriveIdKey(key), contents: deriveSealingKeys(key).encryption })),
    )

const olderEpochs = ({ currentEpoch, epochs, retiredEpochs }: ShortTermKeyRing): ReadonlyArray<Epoch> => {
  const retired = retiredEpochs().filter(({ destroyedOn }) => destroyedOn === undefined)
  const living = new Set([...epochs(), ...retired.map(({ epoch }) => epoch)])
  living.delete(currentEpoch())
  return [...living].sort((one, other) => other - one)
}

/**
 * The keys of each epoch that is not destroyed: the current one first, then the newest ones. An older epoch whose key
 * cannot be had is left out, and with it its entries.
 */
export const livingShortTermKeys =
  (ring: ShortTermKeyRing): TE.TaskEither<Unavailable, ReadonlyNonEmptyArray<ShortTermKeys>> =>
  async () => {
    const current = await keysOf(ring)(ring.currentEpoch())()
    if (E.isLeft(current)) return current
    const older = await Promise.all(olderEpochs(ring).map((epoch) => keysOf(ring)(epoch)()))
    return E.right([current.right, ...older.flatMap((keys) => (E.isRight(keys) ? [keys.right] : []))])
  }
