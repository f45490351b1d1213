import { createPublicKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { Day } from '../../domain/values/day'
import { makeRingEventCodes, type StoredEventCodes } from '../event-codes/ring-event-codes'
import { decryptKey, encryptKey } from '../sealing/aes-gcm'
import { deriveBackupKey, epochFingerprintOf } from '../sealing/derive-keys'
import { randomBytes } from '../sealing/random-bytes'
import type { Epoch, KekRing, LibraryId, NotAuthentic } from './kek-ring'
import { keysUnavailable } from './keys-unavailable'

/** The two keys of an epoch, 32 bytes each. */
export interface KekRingEpochKeys {
  readonly wrapping: Buffer
  readonly readModels: Buffer
  /** The day on which the epoch was begun; undefined for the first one. */
  readonly begunOn: Day | undefined
}

/** A retired epoch. Without a wrapping key it is destroyed. */
export interface KekRingRetiredEpoch {
  /** The day on which the next epoch was begun. */
  readonly supersededOn: Day
  readonly retiredOn: Day
  readonly wrapping: Buffer | undefined
  readonly destroyedOn: Day | undefined
}

/** Everything that a ring holds. */
export interface KekRingContent {
  readonly library: LibraryId
  /** An Ed25519 private key. */
  readonly signing: KeyObject
  readonly epochs: ReadonlyMap<Epoch, KekRingEpochKeys>
  readonly retired: ReadonlyMap<Epoch, KekRingRetiredEpoch>
  /** What the codes of events need; absent until a library with codes was opened. It must be authentic. */
  readonly eventCodes?: StoredEventCodes | undefined
}

/**
 * Where the epochs of a ring, and what the codes of events need, are stored. Every operation is durable when it returns,
 * and idempotent.
 */
export interface KekRingStorage {
  readonly storeEpoch: (epoch: Epoch, keys: KekRingEpochKeys) => E.Either<Unavailable, void>
  readonly removeEpoch: (epoch: Epoch) => E.Either<Unavailable, void>
  /** Stores a retired epoch; the bytes of a wrapping key that it has no more are overwritten. */
  readonly storeRetired: (epoch: Epoch, retired: KekRingRetiredEpoch) => E.Either<Unavailable, void>
  readonly removeRetired: (epoch: Epoch) => E.Either<Unavailable, void>
  readonly storeEventCodes: (codes: StoredEventCodes) => E.Either<Unavailable, void>
}

/** The public key that belongs to a private signing key, SPKI in PEM. */
export const verifyingKeyOf = (signing: KeyObject): string =>
  createPublicKey(signing).export({ type: 'spki', format: 'pem' })

const generateEpochKeys = (begunOn: Day | undefined): KekRingEpochKeys => ({
  wrapping: randomBytes(32),
  readModels: randomBytes(32),
  begunOn,
})

/** The content of the ring of a new library, in its first epoch. */
export const generateKekRingContent = (): KekRingContent => ({
  library: randomUUID(),
  signing: generateKeyPairSync('ed25519').privateKey,
  epochs: new Map([[1, generateEpochKeys(undefined)]]),
  retired: new Map(),
})

const unwrapWith =
  (additional: Uint8Array, wrapped: Uint8Array) =>
  (wrapping: Buffer): E.Either<NotAuthentic, Uint8Array> => {
    const content = decryptKey(wrapping, additional, wrapped)
    return content === undefined ? E.left({ _tag: 'NotAuthentic' }) : E.right(content)
  }

const done: E.Either<never, void> = E.right(undefined)
const noSuchEpoch = keysUnavailable('the ring has no such epoch')

/** The epochs of a ring in memory, and the changes to them. A change is stored first. */
const changeableEpochs = (storage: KekRingStorage, content: KekRingContent) => {
  const epochs = new Map(content.epochs)
  const retired = new Map(content.retired)
  const current = (): Epoch => Math.max(...epochs.keys())
  return {
    epochs,
    retired,
    current,
    begin: (on: Day): E.Either<Unavailable, Epoch> => {
      const next = current() + 1
      const keys = generateEpochKeys(on)
      return pipe(
        storage.storeEpoch(next, keys),
        E.map(() => {
          epochs.set(next, keys)
          return next
        }),
      )
    },
    retire: (epoch: Epoch, on: Day): E.Either<Unavailable, void> => {
      if (epoch === current()) return E.left(keysUnavailable('the current epoch is in use'))
      const keys = epochs.get(epoch)
      if (keys === undefined) return retired.has(epoch) ? done : E.left(noSuchEpoch)
      const supersededOn = epochs.get(epoch + 1)?.begunOn ?? on
      const entry = { supersededOn, retiredOn: on, wrapping: keys.wrapping, destroyedOn: undefined }
      return pipe(
        storage.storeRetired(epoch, entry),
        E.flatMap(() => storage.removeEpoch(epoch)),
        E.map(() => {
          retired.set(epoch, entry)
          keys.readModels.fill(0)
          epochs.delete(epoch)
        }),
      )
    },
    destroy: (epoch: Epoch, on: Day): E.Either<Unavailable, void> => {
      const entry = retired.get(epoch)
      if (entry === undefined) return epochs.has(epoch) ? E.left(keysUnavailable('the epoch is not retired')) : done
      if (entry.wrapping === undefined) return done
      const destroyed = { ...entry, wrapping: undefined, destroyedOn: on }
      return pipe(
        storage.storeRetired(epoch, destroyed),
        E.map(() => {
          entry.wrapping?.fill(0)
          retired.set(epoch, destroyed)
        }),
      )
    },
    removeRecord: (epoch: Epoch): E.Either<Unavailable, void> => {
      if (retired.get(epoch)?.wrapping !== undefined) return E.left(keysUnavailable('the epoch is in escrow'))
      return pipe(
        storage.removeRetired(epoch),
        E.map(() => {
          retired.delete(epoch)
        }),
      )
    },
  }
}

/** In a buffer of its own, not in the pool that Node shares between buffers: the caller wipes it. */
const copyOfKey = (key: Uint8Array): Buffer => {
  const copy = Buffer.alloc(key.length)
  copy.set(key)
  return copy
}

/** A ring whose wrapping keys are in this process; the storage makes them durable. The content has at least one epoch. */
export const makeKekRing = (storage: KekRingStorage, content: KekRingContent): KekRing => {
  const { epochs, retired, current, begin, retire, destroy, removeRecord } = changeableEpochs(storage, content)
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
    beginEpoch: (on) => TE.fromIOEither(() => begin(on)),
    retireEpoch: (epoch, on) => TE.fromIOEither(() => retire(epoch, on)),
    destroyEpoch: (epoch, on) => TE.fromIOEither(() => destroy(epoch, on)),
    removeEpochRecord: (epoch) => TE.fromIOEither(() => removeRecord(epoch)),
    copyWrappingKeys: () => {
      const keys = [...retired, ...epochs].map(([epoch, { wrapping }]) => [epoch, wrapping] as const)
      return new Map(keys.flatMap(([epoch, key]) => (key === undefined ? [] : [[epoch, copyOfKey(key)] as const])))
    },
    keyDestruction: () => 'declared',
    readModelKey: (epoch) =>
      TE.fromEither(E.map((keys: KekRingEpochKeys) => Buffer.from(keys.readModels))(findKeys(epoch))),
    backupKey: (epoch) => TE.fromEither(pipe(findWrapping(epoch), E.map(deriveBackupKey))),
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
