import type { KeyObject } from 'node:crypto'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { Day } from '../../domain/values/day'
import type { EventCodeKeysAndStatement } from '../event-codes/ring-event-codes'
import type { Epoch, LibraryId } from './kek-ring'

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
  /** The newest epoch whose end is recorded; 0 when there is none. */
  readonly ended: Epoch
  /** What the codes of events need; absent until a library with codes was opened. It must be authentic. */
  readonly eventCodes?: EventCodeKeysAndStatement | undefined
}

/** The epochs of a ring: in use, retired, and ended. */
export type KekRingEpochs = Pick<KekRingContent, 'epochs' | 'retired' | 'ended'>

/**
 * Where the epochs of a ring, and what the codes of events need, are stored. Every operation is durable when it
 * resolves, and idempotent.
 */
export interface KekRingStorage {
  /**
   * Stores a new epoch; one with this number that is stored already stays as it is. Answers the keys that are stored.
   * Unavailable (`laterEpochBegun`) when the ring has a later epoch: this process was paused before it could begin its own.
   */
  readonly createEpoch: (epoch: Epoch, keys: KekRingEpochKeys) => TaskEither<Unavailable, KekRingEpochKeys>
  readonly removeEpoch: (epoch: Epoch) => TaskEither<Unavailable, void>
  /** Stores a retired epoch; the bytes of a wrapping key that it has no more are overwritten. */
  readonly storeRetired: (epoch: Epoch, retired: KekRingRetiredEpoch) => TaskEither<Unavailable, void>
  /** Removes a destroyed epoch, and remembers that it has ended. */
  readonly removeRetired: (epoch: Epoch) => TaskEither<Unavailable, void>
  readonly storeEventCodes: (codes: EventCodeKeysAndStatement) => TaskEither<Unavailable, void>
  /** Reads the epochs that are stored now. The caller may overwrite the keys. */
  readonly readEpochs: TaskEither<Unavailable, KekRingEpochs>
}
