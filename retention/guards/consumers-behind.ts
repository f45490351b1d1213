import type { LogName } from '../../domain/event/stream'
import type { Position } from '../../domain/ports/event-store'

/** A reactor or projector, and the position that it has passed in a log; undefined when it has read nothing yet. */
export interface LogConsumerPosition {
  readonly name: string
  readonly log: LogName
  readonly position: Position | undefined
}

/** A position that every consumer of the log must have passed before a scope is erased. */
export interface PositionRequiredForErasure {
  readonly log: LogName
  readonly position: Position
}

/** The names of the consumers that have not passed the required positions, sorted. Nothing is erased before they have. */
export const consumersBehind =
  (consumers: ReadonlyArray<LogConsumerPosition>) =>
  (required: ReadonlyArray<PositionRequiredForErasure>): ReadonlyArray<string> => {
    const behind = required.flatMap(({ log, position }) =>
      consumers.filter(
        (consumer) => consumer.log === log && (consumer.position === undefined || consumer.position < position),
      ),
    )
    return [...new Set(behind.map(({ name }) => name))].sort()
  }
