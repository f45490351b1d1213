import { createPublicKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/scope-keys'
import { decrypt, encrypt, joinCiphertext, splitCiphertext } from '../sealing/aes-gcm'
import { deriveBackupKey, epochFingerprintOf } from '../sealing/derive-keys'
import { randomBytes } from '../sealing/random-bytes'
import type { Epoch, KekRing, LibraryId, NotAuthentic } from './kek-ring'
import { keysUnavailable } from './keys-unavailable'

/** The two keys of an epoch, 32 bytes each. */
export interface KekRingEpochKeys {
  readonly wrapping: Buffer
  readonly readModels: Buffer
}

/** Everything that a ring holds. */
export interface KekRingContent {
  readonly library: LibraryId
  /** An Ed25519 private key. */
  readonly signing: KeyObject
  readonly epochs: ReadonlyMap<Epoch, KekRingEpochKeys>
}

/** Where the epochs of a ring are stored. Both operations are durable when they return. */
export interface KekRingStorage {
  readonly storeEpoch: (epoch: Epoch, keys: KekRingEpochKeys) => E.Either<Unavailable, void>
  readonly removeEpoch: (epoch: Epoch) => E.Either<Unavailable, void>
}

/** The public key that belongs to a private signing key, SPKI in PEM. */
export const verifyingKeyOf = (signing: KeyObject): string =>
  createPublicKey(signing).export({ type: 'spki', format: 'pem' })

const generateEpochKeys = (): KekRingEpochKeys => ({ wrapping: randomBytes(32), readModels: randomBytes(32) })

/** The content of the ring of a new library, in its first epoch. */
export const generateKekRingContent = (): KekRingContent => ({
  library: randomUUID(),
  signing: generateKeyPairSync('ed25519').privateKey,
  epochs: new Map([[1, generateEpochKeys()]]),
})

const unwrapWith =
  (additional: Uint8Array, wrapped: Uint8Array) =>
  (keys: KekRingEpochKeys): E.Either<NotAuthentic, Uint8Array> => {
    const ciphertext = splitCiphertext(wrapped)
    const content = ciphertext && decrypt(keys.wrapping, additional, ciphertext)
    return content === undefined ? E.left({ _tag: 'NotAuthentic' }) : E.right(content)
  }

/** A ring whose wrapping keys are in this process; the storage makes them durable. The content has at least one epoch. */
export const makeKekRing = (storage: KekRingStorage, content: KekRingContent): KekRing => {
  const epochs = new Map(content.epochs)
  const current = (): Epoch => Math.max(...epochs.keys())
  const findEpoch = (epoch: Epoch): E.Either<Unavailable, KekRingEpochKeys> =>
    E.fromNullable(keysUnavailable('the ring has no such epoch'))(epochs.get(epoch))
  const begin = (): E.Either<Unavailable, Epoch> => {
    const next = current() + 1
    const keys = generateEpochKeys()
    const stored = storage.storeEpoch(next, keys)
    if (E.isLeft(stored)) return stored
    epochs.set(next, keys)
    return E.right(next)
  }
  const destroy = (epoch: Epoch): E.Either<Unavailable, void> => {
    if (epoch === current()) return E.left(keysUnavailable('the current epoch is in use'))
    const removed = storage.removeEpoch(epoch)
    if (E.isLeft(removed)) return removed
    epochs.get(epoch)?.wrapping.fill(0)
    epochs.get(epoch)?.readModels.fill(0)
    epochs.delete(epoch)
    return E.right(undefined)
  }
  return {
    library: content.library,
    currentEpoch: current,
    epochs: () => [...epochs.keys()].sort((a, b) => a - b),
    wrap: (epoch, additional, plaintext) =>
      TE.fromEither(
        E.map((keys: KekRingEpochKeys) => joinCiphertext(encrypt(keys.wrapping, additional, plaintext)))(
          findEpoch(epoch),
        ),
      ),
    unwrap: (epoch, additional, wrapped) => TE.fromEither(E.flatMap(unwrapWith(additional, wrapped))(findEpoch(epoch))),
    beginEpoch: TE.fromIOEither(begin),
    destroyEpoch: (epoch) => TE.fromIOEither(() => destroy(epoch)),
    readModelKey: (epoch) =>
      TE.fromEither(E.map((keys: KekRingEpochKeys) => Buffer.from(keys.readModels))(findEpoch(epoch))),
    backupKey: (epoch) =>
      TE.fromEither(E.map(({ wrapping }: KekRingEpochKeys) => deriveBackupKey(wrapping))(findEpoch(epoch))),
    epochFingerprint: (epoch) =>
      TE.fromEither(E.map(({ wrapping }: KekRingEpochKeys) => epochFingerprintOf(wrapping))(findEpoch(epoch))),
    sign: (statement) => TE.fromIO(() => sign(null, statement, content.signing)),
    verifyingKey: verifyingKeyOf(content.signing),
  }
}
