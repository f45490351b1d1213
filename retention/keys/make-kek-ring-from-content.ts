import { createPublicKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/scope-keys'
import { makeRingEventCodes } from '../event-codes/ring-event-codes'
import { decryptKey, encryptKey } from '../sealing/aes-gcm'
import { deriveBackupKey, deriveShortTermKey, epochFingerprintOf } from '../sealing/derive-keys'
import { createChangeableEpochs, generateEpochKeys, noSuchEpoch } from './changeable-epochs'
import type { Epoch, KekRing, NotAuthentic } from './kek-ring'
import type { KekRingContent, KekRingEpochKeys, KekRingStorage } from './kek-ring-content'
import { keysUnavailable } from './keys-unavailable'

/** The public key that belongs to a private signing key, SPKI in PEM. */
export const verifyingKeyOf = (signing: KeyObject): string =>
  createPublicKey(signing).export({ type: 'spki', format: 'pem' })

/** The content of the ring of a new library, in its first epoch. */
export const generateKekRingContent = (): KekRingContent => ({
  library: randomUUID(),
  signing: generateKeyPairSync('ed25519').privateKey,
  epochs: new Map([[1, generateEpochKeys(undefined)]]),
  retired: new Map(),
  ended: 0,
})

const unwrapWith =
  (additional: Uint8Array, wrapped: Uint8Array) =>
  (wrapping: Buffer): E.Either<NotAuthentic, Uint8Array> => {
    const content = decryptKey(wrapping, additional, wrapped)
    return content === undefined ? E.left({ _tag: 'NotAuthentic' }) : E.right(content)
  }

/** In a buffer of its own, not in the pool that Node shares between buffers: the caller wipes it. */
const copyOfKey = (key: Uint8Array): Buffer => {
  const copy = Buffer.alloc(key.length)
  copy.set(key)
  return copy
}

/** A ring whose wrapping keys are in this process; the storage makes them durable. The content has at least one epoch. */
export const makeKekRingFromContent = (storage: KekRingStorage, content: KekRingContent): KekRing => {
  const { epochs, retired, ended, current, reload, begin, retire, destroy, removeRecord } = createChangeableEpochs(
    storage,
    content,
  )
  const findKeys = (epoch: Epoch): E.Either<Unavailable, KekRingEpochKeys> =>
    E.fromNullable(noSuchEpoch)(epochs.get(epoch))
  /** Of an epoch in use, or in escrow. */
  const findWrapping = (epoch: Epoch): E.Either<Unavailable, Buffer> =>
    E.fromNullable(noSuchEpoch)(epochs.get(epoch)?.wrapping ?? retired.get(epoch)?.wrapping)
  return {
    library: content.library,
    currentEpoch: current,
    currentEpochBegunOn: () => epochs.get(current())?.begunOn,
    epochs: () => [...epochs.keys()].sort((a, b) => a - b),
    retiredEpochs: () =>
      [...retired]
        .map(([epoch, { supersededOn, retiredOn, destroyedOn }]) => ({ epoch, supersededOn, retiredOn, destroyedOn }))
        .sort((a, b) => a.epoch - b.epoch),
    endedEpoch: ended,
    wrap: (epoch, additional, plaintext) =>
      TE.fromEither(
        pipe(
          findKeys(epoch),
          E.map(({ wrapping }) => encryptKey(wrapping, additional, plaintext)),
        ),
      ),
    unwrap: (epoch, additional, wrapped) =>
      TE.fromEither(
        pipe(
          findKeys(epoch),
          E.flatMap(({ wrapping }) => unwrapWith(additional, wrapped)(wrapping)),
        ),
      ),
    unwrapFromEscrow: (epoch, additional, wrapped) =>
      TE.fromEither(
        pipe(
          E.fromNullable(keysUnavailable('the epoch is not in escrow'))(retired.get(epoch)?.wrapping),
          E.flatMap(unwrapWith(additional, wrapped)),
        ),
      ),
    beginEpoch: begin,
    reload,
    retireEpoch: retire,
    destroyEpoch: destroy,
    removeEpochRecord: removeRecord,
    copyWrappingKeys: () => {
      const keys = [...retired, ...epochs].map(([epoch, { wrapping }]) => [epoch, wrapping] as const)
      return new Map(keys.flatMap(([epoch, key]) => (key === undefined ? [] : [[epoch, copyOfKey(key)] as const])))
    },
    keyDestruction: () => 'declared',
    readModelKey: (epoch) =>
      TE.fromEither(E.map((keys: KekRingEpochKeys) => Buffer.from(keys.readModels))(findKeys(epoch))),
    backupKey: (epoch) => TE.fromEither(pipe(findWrapping(epoch), E.map(deriveBackupKey))),
    shortTermKey: (epoch) => TE.fromEither(pipe(findWrapping(epoch), E.map(deriveShortTermKey))),
    epochFingerprint: (epoch) => TE.fromEither(pipe(findWrapping(epoch), E.map(epochFingerprintOf))),
    sign: (statement) => TE.fromIO(() => sign(null, statement, content.signing)),
    verifyingKey: verifyingKeyOf(content.signing),
    eventCodes: makeRingEventCodes({
      library: content.library,
      signing: content.signing,
      stored: content.eventCodes,
      store: storage.storeEventCodes,
    }),
    close: () => Promise.resolve(),
  }
}
