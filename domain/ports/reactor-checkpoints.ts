import type { Task } from 'fp-ts/Task'
import type { Position } from './event-store'

/** The position that each reactor has passed. It is stored durably beside the log, and never rebuilt. */
export interface ReactorCheckpoints {
  readonly readPosition: (reactor: string) => Task<Position | undefined>
  readonly writePosition: (reactor: string, position: Position) => Task<void>
}
