import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/scope-keys'

/** The number of a wrapping key, counted from 1. A library makes at most one a day, so the number tells the day and nothing finer. */
export type Epoch = number

/** A random UUID that the ring and the key store of one library share, so that a wrong pair is noticed. */
export type LibraryId = string

/** This ring did not wrap these bytes in this epoch with this additional data. */
export interface NotAuthentic {
  readonly _tag: 'NotAuthentic'
}

/**
 * The wrapping keys (KEKs), in epochs, and the other secrets that must never be in a database. Wrapping keys do not
 * leave the ring. After an error nothing has changed.
 */
export interface KekRing {
  readonly library: LibraryId
  /** The epoch in which keys are wrapped now. */
  readonly currentEpoch: () => Epoch
  /** The epochs whose wrapping keys exist, oldest first. */
  readonly epochs: () => ReadonlyArray<Epoch>
  readonly wrap: (epoch: Epoch, additional: Uint8Array, plaintext: Uint8Array) => TaskEither<Unavailable, Uint8Array>
  readonly unwrap: (
    epoch: Epoch,
    additional: Uint8Array,
    wrapped: Uint8Array,
  ) => TaskEither<Unavailable | NotAuthentic, Uint8Array>
  /** Makes the next epoch durable; it is the current epoch from then on. */
  readonly beginEpoch: TaskEither<Unavailable, Epoch>
  /** Destroys an epoch other than the current one: nothing wrapped in it can be unwrapped any more. Idempotent. */
  readonly destroyEpoch: (epoch: Epoch) => TaskEither<Unavailable, void>
  /** The key of 32 bytes that encrypts the file of read models in an epoch. */
  readonly readModelKey: (epoch: Epoch) => TaskEither<Unavailable, Uint8Array>
  /** The key of 32 bytes that encrypts what a backup holds of *persons*. It is derived, and dies with the epoch. */
  readonly backupKey: (epoch: Epoch) => TaskEither<Unavailable, Uint8Array>
  /** 16 bytes by which a backup names the wrapping key of an epoch. They reveal nothing of it. */
  readonly epochFingerprint: (epoch: Epoch) => TaskEither<Unavailable, Uint8Array>
  /** An Ed25519 signature of 64 bytes, for certificates and log heads. */
  readonly sign: (statement: Uint8Array) => TaskEither<Unavailable, Uint8Array>
  /** The key that verifies what `sign` signs: SPKI in PEM. */
  readonly verifyingKey: string
}
