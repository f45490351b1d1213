import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { EpochStep } from '../../../retention/epochs/epoch-step'
import { maxKeyCacheAgeMs } from '../../../retention/keys/key-cache'

/**
 * How long a process may hold a key after it fetched it, in ms. Includes a margin, because clocks of two machines differ.
 */
export const maxKeyInMemoryMs = maxKeyCacheAgeMs + 5000

/** Ms between two heartbeats. */
export const heartbeatIntervalMs = 10_000

/** The number of an eviction request. Each asks all processes to confirm that they have read both logs to their ends after an erasure. */
export type EvictionRequestNumber = number

/** The number of a request that every process takes a step of a roll. */
export type EpochStepRequestNumber = number

/** The latest request for a step. */
export interface RequestedEpochStep extends EpochStep {
  readonly request: EpochStepRequestNumber
  /** Whether this process has confirmed. False again when its registration has ended meanwhile. */
  readonly isConfirmed: boolean
}

/**
 * The processes that serve the library, and whether each has read the latest erasure. A process that has read an erasure
 * holds no key and no row of the erased scopes. A process without a heartbeat for longer than keys are held has no such
 * key left. The registry stores no positions of the logs, because a position of each log would join the two logs at one
 * moment.
 */
export interface ProcessRegistry {
  /** Registers this process, or prolongs its registration. Call it before the first key is fetched, and then regularly. */
  readonly heartbeat: TaskEither<StoreUnavailable, void>
  /**
   * Requests that all processes confirm that they have read what it is about: the erasure of these scopes, or one closing.
   * Call it after that is appended. A second request about the same, by a process that continues the run, has the same
   * number and keeps the confirmations. So two closings must not be about the same.
   */
  readonly requestEviction: (about: ReadonlyArray<string>) => TaskEither<StoreUnavailable, EvictionRequestNumber>
  /** The number of the latest request. */
  readonly latestEvictionRequest: TaskEither<StoreUnavailable, EvictionRequestNumber>
  /** Confirms that this process has read both logs to the ends that they had after the request. */
  readonly confirmEviction: (request: EvictionRequestNumber) => TaskEither<StoreUnavailable, void>
  /** Whether every registered process has confirmed. */
  readonly allConfirmed: (request: EvictionRequestNumber) => TaskEither<StoreUnavailable, boolean>
  /**
   * The secret that, with the ring, encrypts the derived stores of this process. Made when it is missing. When it was
   * revoked, the derived stores are folded again.
   */
  readonly folderSecret: TaskEither<StoreUnavailable, Uint8Array>
  /** Destroys the secrets of processes that are not registered or have not confirmed. Their derived stores become unreadable. */
  readonly revokeFolderSecrets: (request: EvictionRequestNumber) => TaskEither<StoreUnavailable, void>
  /**
   * Requests that all processes take a step of a roll, and takes the place of the request before. A second request for the
   * same step, by a process that continues the roll, has the same number and keeps the confirmations.
   */
  readonly requestEpochStep: (step: EpochStep) => TaskEither<StoreUnavailable, EpochStepRequestNumber>
  /** Undefined before the first request. */
  readonly latestEpochStep: TaskEither<StoreUnavailable, RequestedEpochStep | undefined>
  /** Confirms that this process has taken the step, and those before it. */
  readonly confirmEpochStep: (request: EpochStepRequestNumber) => TaskEither<StoreUnavailable, void>
  /** How many registered processes have not confirmed. Undefined when a later request has taken its place. */
  readonly countWithoutEpochStep: (request: EpochStepRequestNumber) => TaskEither<StoreUnavailable, number | undefined>
  /** Ms for which a roll waits for confirmations: after this time a process that has ended is registered no longer. */
  readonly confirmationTimeMs: number
  /** Removes this process, which holds no key any more. */
  readonly unregister: TaskEither<StoreUnavailable, void>
}
