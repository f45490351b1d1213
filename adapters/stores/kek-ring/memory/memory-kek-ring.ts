import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { laterEpochBegun } from '../../../../retention/keys/changeable-epochs'
import type { Epoch, KekRing } from '../../../../retention/keys/kek-ring'
import type {
  KekRingContent,
  KekRingEpochKeys,
  KekRingEpochs,
  KekRingRetiredEpoch,
  KekRingStorage,
} from '../../../../retention/keys/kek-ring-content'
import { makeKekRingFromContent, generateKekRingContent } from '../../../../retention/keys/make-kek-ring-from-content'

const copyOfKeys = ({ wrapping, readModels, begunOn }: KekRingEpochKeys): KekRingEpochKeys => ({
  wrapping: Buffer.from(wrapping),
  readModels: Buffer.from(readModels),
  begunOn,
})

const copyOfRetired = ({ wrapping, ...days }: KekRingRetiredEpoch): KekRingRetiredEpoch => ({
  ...days,
  wrapping: wrapping && Buffer.from(wrapping),
})

const copyOf = ({ epochs, retired, ended }: KekRingEpochs): KekRingEpochs => ({
  ended,
  epochs: new Map([...epochs].map(([epoch, keys]) => [epoch, copyOfKeys(keys)])),
  retired: new Map([...retired].map(([epoch, entry]) => [epoch, copyOfRetired(entry)])),
})

interface MemoryStorage extends KekRingStorage {
  readonly contentNow: () => KekRingEpochs & Pick<KekRingContent, 'eventCodes'>
}

/** Epochs in memory. Whoever reads or stores keys may overwrite them. */
const memoryStorage = (content: KekRingContent): MemoryStorage => {
  let { eventCodes, ended } = content
  const initial = copyOf(content)
  const epochs = new Map<Epoch, KekRingEpochKeys>(initial.epochs)
  const retired = new Map<Epoch, KekRingRetiredEpoch>(initial.retired)
  const epochsNow = (): KekRingEpochs => {
    const notInUse = new Map([...retired].filter(([epoch]) => !epochs.has(epoch)))
    return copyOf({ epochs, retired: notInUse, ended })
  }
  return {
    contentNow: () => ({ ...epochsNow(), eventCodes }),
    createEpoch: (epoch, keys) =>
      TE.fromIOEither(() => {
        if (Math.max(...epochs.keys()) > epoch) return E.left(laterEpochBegun)
        const now = epochs.get(epoch) ?? copyOfKeys(keys)
        epochs.set(epoch, now)
        return E.right(copyOfKeys(now))
      }),
    removeEpoch: (epoch) => TE.fromIO(() => void epochs.delete(epoch)),
    storeRetired: (epoch, entry) => TE.fromIO(() => void retired.set(epoch, copyOfRetired(entry))),
    removeRetired: (epoch) =>
      TE.fromIO(() => {
        retired.delete(epoch)
        ended = Math.max(ended, epoch)
      }),
    storeEventCodes: (codes) => TE.fromIO(() => void (eventCodes = codes)),
    readEpochs: TE.fromIO(epochsNow),
  }
}

/** A ring in memory that several simulated processes open, for tests. Each holds its own copies of the keys. */
export interface ReopenableMemoryRing {
  /** Opens the ring, as a process does that starts. */
  readonly open: () => KekRing
  /** A copy of the ring as it is now. What happens to the ring afterwards does not change it. */
  readonly copy: () => KekRing
}

export const memoryRingOf = (content: KekRingContent): ReopenableMemoryRing => {
  const storage = memoryStorage(content)
  const contentNow = (): KekRingContent => ({ ...content, ...storage.contentNow() })
  return {
    open: () => makeKekRingFromContent(storage, contentNow()),
    copy: () => memoryRingOf(contentNow()).open(),
  }
}

/** A ring in memory, for tests. */
export const createMemoryKekRing = (): KekRing => memoryRingOf(generateKekRingContent()).open()
