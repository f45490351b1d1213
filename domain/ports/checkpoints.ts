import type { Task } from 'fp-ts/Task'
import type { Position } from './event-store'

/** How far each reactor has come, kept durably beside the log it follows; never rebuilt. */
export interface Checkpoints {
  readonly read: (reactor: string) => Task<Position | undefined>
  readonly write: (reactor: string, position: Position) => Task<void>
}
