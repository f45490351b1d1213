import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { KekRing } from '../keys/kek-ring'
import type { KeyStore } from '../keys/key-store'
import type { RewrappingRowReader } from './rewrapping-row-reader'

/** What wraps and unwraps the keys that are re-wrapped. */
export type RingForRewrapping = Pick<
  KekRing,
  'library' | 'currentEpoch' | 'epochs' | 'retiredEpochs' | 'wrap' | 'unwrap' | 'unwrapFromEscrow'
>

/** What the re-wrapping of keys needs from the outside. */
export interface RewrapPorts {
  /** Begins to read and re-wrap keys: by the ring, or on a thread of its own. The caller ends it. */
  readonly startRewrapping: TaskEither<Unavailable, RewrappingRowReader>
  readonly store: Pick<KeyStore, 'replace'>
  /** Measures time in ms. */
  readonly elapsed: () => number
  /** Ms that the writing of one batch shall take; by default so few that every command may wait for it. */
  readonly batchMs?: number | undefined
  /** Lets commands run between two batches. */
  readonly giveWay: () => Promise<void>
  /** Called when all is done, and a row is not what its scope's key was wrapped to. It names no scope. */
  readonly alarm: (kind: 'RowNotAuthentic') => void
}
