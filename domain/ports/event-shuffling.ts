import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Position, StoreUnavailable } from './event-store'

/** The events of a log between two positions, neither of which is included. */
export interface LogSegment {
  /** Undefined for the beginning of the log. */
  readonly after: Position | undefined
  readonly before: Position
  /** The positions in between whose events stay where they are, and with them the other events of their streams. */
  readonly fixed: ReadonlyArray<Position>
}

/** The last segment that was shuffled, and how many times segments were shuffled until then. */
export interface NoticedShuffle {
  readonly times: number
  readonly after: Position | undefined
  /** Undefined while no segment was shuffled. */
  readonly before: Position | undefined
}

/**
 * Gives the events of a segment each other's positions, at random, so that their order does not tell when each was
 * written. Streams, revisions and everything else in an event stay as they are, and so does the order within a stream.
 */
export interface EventShuffling {
  /** Where the last segment that was shuffled ends; undefined while none was. */
  readonly shuffledBefore: Task<Position | undefined>
  /**
   * Shuffles a segment at once, or leaves it as it is. A reader that is within the segment meanwhile gets StoreUnavailable,
   * and must read it again from its beginning. No consumer may have its checkpoint within the segment.
   */
  readonly shuffle: (segment: LogSegment) => TaskEither<StoreUnavailable, void>
  /**
   * The last shuffle that this process has noticed, at the latest with the page that it read last: another process may
   * have shuffled. Absent in a store of one process; undefined before the first page.
   */
  readonly lastNoticed?: () => NoticedShuffle | undefined
}
