import { createPublicKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/keys'
import { decrypt, encrypt, joined, split } from '../sealing/gcm'
import { randomBytes } from '../sealing/random-bytes'
import type { Epoch, KekRing, LibraryId, NotAuthentic } from './kek-ring'
import { unavailable } from './unavailable'

/** The two keys of an epoch, 32 bytes each. */
export interface EpochKeys {
  readonly wrapping: Buffer
  readonly readModels: Buffer
}

/** All that a ring holds. */
export interface RingContent {
  readonly library: LibraryId
  /** An Ed25519 private key. */
  readonly signing: KeyObject
  readonly epochs: ReadonlyMap<Epoch, EpochKeys>
}

/** Where a ring is kept; both are durable before they answer. */
export interface RingKeeper {
  readonly keep: (epoch: Epoch, keys: EpochKeys) => E.Either<Unavailable, void>
  readonly forget: (epoch: Epoch) => E.Either<Unavailable, void>
}

export const newEpochKeys = (): EpochKeys => ({ wrapping: randomBytes(32), readModels: randomBytes(32) })

/** A ring for a new library, in its first epoch. */
export const newRingContent = (): RingContent => ({
  library: randomUUID(),
  signing: generateKeyPairSync('ed25519').privateKey,
  epochs: new Map([[1, newEpochKeys()]]),
})

const unwrapped =
  (additional: Uint8Array, wrapped: Uint8Array) =>
  (keys: EpochKeys): E.Either<NotAuthentic, Uint8Array> => {
    const ciphertext = split(wrapped)
    const content = ciphertext && decrypt(keys.wrapping, additional, ciphertext)
    return content === undefined ? E.left({ _tag: 'NotAuthentic' }) : E.right(content)
  }

/** A ring whose wrapping keys are in this process; the keeper makes it last. It has at least one epoch. */
export const makeKekRing = (keeper: RingKeeper, content: RingContent): KekRing => {
  const epochs = new Map(content.epochs)
  const current = (): Epoch => Math.max(...epochs.keys())
  const find = (epoch: Epoch): E.Either<Unavailable, EpochKeys> =>
    E.fromNullable(unavailable('the ring has no such epoch'))(epochs.get(epoch))
  const begin = (): E.Either<Unavailable, Epoch> => {
    const next = current() + 1
    const keys = newEpochKeys()
    const kept = keeper.keep(next, keys)
    if (E.isLeft(kept)) return kept
    epochs.set(next, keys)
    return E.right(next)
  }
  const destroy = (epoch: Epoch): E.Either<Unavailable, void> => {
    if (epoch === current()) return E.left(unavailable('the current epoch is in use'))
    const forgotten = keeper.forget(epoch)
    if (E.isLeft(forgotten)) return forgotten
    epochs.get(epoch)?.wrapping.fill(0)
    epochs.get(epoch)?.readModels.fill(0)
    epochs.delete(epoch)
    return E.right(undefined)
  }
  return {
    library: content.library,
    current,
    epochs: () => [...epochs.keys()].sort((a, b) => a - b),
    wrap: (epoch, additional, plaintext) =>
      TE.fromEither(E.map((keys: EpochKeys) => joined(encrypt(keys.wrapping, additional, plaintext)))(find(epoch))),
    unwrap: (epoch, additional, wrapped) => TE.fromEither(E.flatMap(unwrapped(additional, wrapped))(find(epoch))),
    begin: TE.fromIOEither(begin),
    destroy: (epoch) => TE.fromIOEither(() => destroy(epoch)),
    readModelKey: (epoch) => TE.fromEither(E.map((keys: EpochKeys) => Buffer.from(keys.readModels))(find(epoch))),
    sign: (statement) => TE.fromIO(() => sign(null, statement, content.signing)),
    verifyingKey: createPublicKey(content.signing).export({ type: 'spki', format: 'pem' }),
  }
}
