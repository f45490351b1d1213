import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import { laterEpochBegun } from '../../../retention/keys/changeable-epochs'
import type { Epoch, KekRing } from '../../../retention/keys/kek-ring'
import {
  generateKekRingContent,
  makeKekRing,
  type KekRingContent,
  type KekRingEpochKeys,
  type KekRingRetiredEpoch,
  type KekRingStorage,
} from '../../../retention/keys/make-kek-ring'

/** Where a ring is stored. */
export interface StoredRing {
  /** Opens the ring, as a process does that starts. */
  readonly open: () => KekRing
  /** A copy of the ring as it is stored now. What happens to the ring afterwards does not change it. */
  readonly copy: () => KekRing
}

type Keys = Pick<KekRingContent, 'epochs' | 'retired'>

const copyOfEpoch = (keys: KekRingEpochKeys): KekRingEpochKeys => ({
  ...keys,
  wrapping: Buffer.from(keys.wrapping),
  readModels: Buffer.from(keys.readModels),
})

const copyOfRetired = (retired: KekRingRetiredEpoch): KekRingRetiredEpoch => ({
  ...retired,
  wrapping: retired.wrapping === undefined ? undefined : Buffer.from(retired.wrapping),
})

const copyOfKeys = ({ epochs, retired }: Keys): Keys => ({
  epochs: new Map([...epochs].map(([epoch, keys]) => [epoch, copyOfEpoch(keys)])),
  retired: new Map([...retired].map(([epoch, entry]) => [epoch, copyOfRetired(entry)])),
})

const succeeded: E.Either<Unavailable, void> = E.right(undefined)

/** A storage in memory, with copies of the keys: a ring overwrites the keys that it destroys. */
const storageIn = (epochs: Map<Epoch, KekRingEpochKeys>, retired: Map<Epoch, KekRingRetiredEpoch>): KekRingStorage => ({
  createEpoch: (epoch, keys) => {
    if (Math.max(...epochs.keys()) > epoch) return E.left(laterEpochBegun)
    const stored = epochs.get(epoch) ?? copyOfEpoch(keys)
    epochs.set(epoch, stored)
    return E.right(copyOfEpoch(stored))
  },
  removeEpoch: (epoch) => {
    epochs.delete(epoch)
    return succeeded
  },
  storeRetired: (epoch, entry) => {
    retired.set(epoch, copyOfRetired(entry))
    return succeeded
  },
  removeRetired: (epoch) => {
    retired.delete(epoch)
    return succeeded
  },
  storeEventCodes: () => succeeded,
  readEpochs: TE.fromIO(() => copyOfKeys({ epochs, retired })),
})

/** The ring of a new library, stored in memory. */
export const copyableRing = (): StoredRing => {
  const { library, signing, ...keys } = generateKekRingContent()
  const stored = copyOfKeys(keys)
  const [epochs, retired] = [new Map(stored.epochs), new Map(stored.retired)]
  const content = (): KekRingContent => ({ library, signing, ...copyOfKeys({ epochs, retired }) })
  return {
    open: () => makeKekRing(storageIn(epochs, retired), content()),
    copy: () => makeKekRing(storageIn(new Map(), new Map()), content()),
  }
}
