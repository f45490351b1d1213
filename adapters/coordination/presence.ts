import type { TaskEither } from 'fp-ts/TaskEither'
import type { LogName } from '../../domain/event/stream'
import type { Position, StoreUnavailable } from '../../domain/ports/event-store'
import { longestHeld } from '../../retention/keys/key-cache'

/**
 * How long after a process last fetched a key it may still hold it, in ms; two machines may measure a minute
 * differently.
 */
export const keysMayBeHeld = longestHeld + 5000

/** How far a process has come in both logs; '' before their beginning. */
export type Reached = Readonly<Record<LogName, Position | ''>>

/**
 * Which processes serve the library, and how far each has read. A process that has read an erasure holds no key of it
 * any more; one that has said nothing for longer than keys are held has none left.
 */
export interface Presence {
  /** This process has come so far. */
  readonly report: (reached: Reached) => TaskEither<StoreUnavailable, void>
  /** Whether every process that may still hold a key has come so far. */
  readonly allPassed: (reached: Reached) => TaskEither<StoreUnavailable, boolean>
  /** This process ends, and holds nothing any more. */
  readonly leave: TaskEither<StoreUnavailable, void>
}
