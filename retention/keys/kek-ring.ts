import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/keys'

/** Counts the wrapping keys of a library from 1. One is made a day, so a number says nothing finer than that. */
export type Epoch = number

/** A random id, written as a UUID, that ring and key store share: a wrong pair is noticed. */
export type LibraryId = string

/** The bytes were not wrapped by this ring in this epoch, or not with this additional data. */
export interface NotAuthentic {
  readonly _tag: 'NotAuthentic'
}

/**
 * The wrapping keys (KEKs), in epochs, and what else must never lie in a database. Wrapping keys do not leave it.
 * Every error says that nothing was done.
 */
export interface KekRing {
  readonly library: LibraryId
  /** The epoch in which keys are wrapped now. */
  readonly current: () => Epoch
  /** The epochs that can still be unwrapped, the oldest first. */
  readonly epochs: () => ReadonlyArray<Epoch>
  readonly wrap: (epoch: Epoch, additional: Uint8Array, plaintext: Uint8Array) => TaskEither<Unavailable, Uint8Array>
  readonly unwrap: (
    epoch: Epoch,
    additional: Uint8Array,
    wrapped: Uint8Array,
  ) => TaskEither<Unavailable | NotAuthentic, Uint8Array>
  /** Makes the next epoch, durable before it answers; it is the current one from then on. */
  readonly begin: TaskEither<Unavailable, Epoch>
  /** Destroys an epoch that is not the current one; what was wrapped in it opens nowhere any more. Idempotent. */
  readonly destroy: (epoch: Epoch) => TaskEither<Unavailable, void>
  /** The key, 32 bytes, under which files of read models are encrypted in an epoch. */
  readonly readModelKey: (epoch: Epoch) => TaskEither<Unavailable, Uint8Array>
  /** An Ed25519 signature, 64 bytes, for certificates and heads. */
  readonly sign: (statement: Uint8Array) => TaskEither<Unavailable, Uint8Array>
  /** The key that verifies what `sign` signs: SPKI in PEM. */
  readonly verifyingKey: string
}
