import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { Day } from '../../domain/values/day'
import type { RingEventCodes } from '../event-codes/ring-event-codes'

/** The number of a wrapping key, counted from 1. It tells about the day on which the key was made, and nothing finer. */
export type Epoch = number

/** A random UUID that the ring and the key store of one library share, so that a wrong pair is noticed. */
export type LibraryId = string

/** This ring did not wrap these bytes in this epoch with this additional data. */
export interface NotAuthentic {
  readonly _tag: 'NotAuthentic'
}

/** An epoch in which nothing is wrapped any more. Its wrapping key is in escrow, or destroyed. */
export interface RetiredEpoch {
  readonly epoch: Epoch
  /** The day on which the next epoch was begun. */
  readonly supersededOn: Day
  readonly retiredOn: Day
  /** Undefined while the wrapping key is in escrow. */
  readonly destroyedOn: Day | undefined
}

/**
 * What the ring can say of a destroyed key. `attested`: it was made in a hardware module and never left it, the module
 * was asked afterwards and has it no more, and an operator states that there is no copy of the module's keys.
 * `declared`: it was a file, or the module is a program, or nobody states that: somebody may have a copy.
 */
export type KeyDestructionEvidence = 'attested' | 'declared'

/** Unwraps bytes of an epoch. NotAuthentic: see there. Unavailable: the ring has no such epoch. */
type Unwrap = (
  epoch: Epoch,
  additional: Uint8Array,
  wrapped: Uint8Array,
) => TaskEither<Unavailable | NotAuthentic, Uint8Array>

/**
 * The wrapping keys (KEKs), in epochs, and the other secrets that must never be in a database. Wrapping keys do not
 * leave the ring, except by `copyWrappingKeys`. Days are calendar days of Europe/Copenhagen. After an error nothing has changed.
 *
 * An epoch is current, then older while keys are re-wrapped, then retired: its wrapping key is in escrow, and is
 * destroyed some days later. What a destroyed epoch has wrapped, nobody can unwrap.
 */
export interface KekRing {
  readonly library: LibraryId
  /** The epoch in which keys are wrapped now. */
  readonly currentEpoch: () => Epoch
  /** The day on which the current epoch was begun; undefined for the first one. */
  readonly currentEpochBegunOn: () => Day | undefined
  /** The current epoch and those that are not retired yet, oldest first. */
  readonly epochs: () => ReadonlyArray<Epoch>
  readonly wrap: (epoch: Epoch, additional: Uint8Array, plaintext: Uint8Array) => TaskEither<Unavailable, Uint8Array>
  /** Unwraps in an epoch that is not retired. */
  readonly unwrap: Unwrap
  /**
   * Makes the next epoch durable; it is the current epoch from then on. One that another process has begun under the same
   * number is taken as it is.
   */
  readonly beginEpoch: (on: Day) => TaskEither<Unavailable, Epoch>
  /**
   * Reads anew which epochs there are, because another process may have begun, retired or destroyed one. What this process
   * holds of the keys of an epoch that is gone is overwritten.
   */
  readonly reload: TaskEither<Unavailable, void>
  /** Moves the wrapping key of an epoch other than the current one into escrow, and destroys its key of read models. Idempotent. */
  readonly retireEpoch: (epoch: Epoch, on: Day) => TaskEither<Unavailable, void>
  /** The retired epochs whose end is not recorded yet, oldest first. */
  readonly retiredEpochs: () => ReadonlyArray<RetiredEpoch>
  /**
   * The newest epoch whose end is recorded; 0 when there is none. Epochs end in their order, so a later one that is neither
   * in use nor retired is in another escrow than the one that this ring reads.
   */
  readonly endedEpoch: () => Epoch
  /** Unwraps in an epoch whose wrapping key is in escrow: for a key store that was restored from a backup. */
  readonly unwrapFromEscrow: Unwrap
  /** Destroys the wrapping key of a retired epoch: nothing wrapped in it can be unwrapped any more. Idempotent. */
  readonly destroyEpoch: (epoch: Epoch, on: Day) => TaskEither<Unavailable, void>
  /** Removes the record of a destroyed epoch, after its end was recorded in the log. Idempotent. */
  readonly removeEpochRecord: (epoch: Epoch) => TaskEither<Unavailable, void>
  /**
   * Copies of the wrapping keys in use and in escrow, for a thread of this process that re-wraps keys. The caller wipes
   * them. Undefined where wrapping keys cannot leave the ring, as those in a hardware module.
   */
  readonly copyWrappingKeys?: (() => ReadonlyMap<Epoch, Buffer>) | undefined
  /** What the ring can say of a key that it destroyed on this day. */
  readonly keyDestruction: (destroyedOn: Day) => KeyDestructionEvidence
  /** The key of 32 bytes that encrypts the file of read models in an epoch. It is never in escrow. */
  readonly readModelKey: (epoch: Epoch) => TaskEither<Unavailable, Uint8Array>
  /** The key of 32 bytes that encrypts what a backup holds of *persons*. It is derived, and dies with the epoch. */
  readonly backupKey: (epoch: Epoch) => TaskEither<Unavailable, Uint8Array>
  /** The key of 32 bytes of what the short-term store gets in an epoch. It is derived, and dies with the epoch. */
  readonly shortTermKey: (epoch: Epoch) => TaskEither<Unavailable, Uint8Array>
  /** 16 bytes by which a backup names the wrapping key of an epoch. They reveal nothing of it. */
  readonly epochFingerprint: (epoch: Epoch) => TaskEither<Unavailable, Uint8Array>
  /** An Ed25519 signature of 64 bytes, for certificates and log heads. */
  readonly sign: (statement: Uint8Array) => TaskEither<Unavailable, Uint8Array>
  /** The key that verifies what `sign` signs: SPKI in PEM. */
  readonly verifyingKey: string
  /** What makes and checks the message authentication codes of events. */
  readonly eventCodes: RingEventCodes
  /** Ends what the ring has opened outside of this process. Nothing is wrapped or unwrapped afterwards. */
  readonly close: () => Promise<void>
}
