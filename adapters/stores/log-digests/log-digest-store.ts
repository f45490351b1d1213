import type { LogName } from '../../../domain/event/stream'
import type { Position } from '../../../domain/ports/event-store'

/** What a stretch of a log was when it was read first: the events after a position, up to and including another. */
export interface LogStretchDigest {
  readonly log: LogName
  /** Empty for the beginning of the log. */
  readonly after: Position | ''
  readonly upTo: Position
  /** Where the last segment that was shuffled ended then; empty while none was. */
  readonly shuffledBefore: Position | ''
  readonly events: number
  /** SHA-256, in base64, over the digests of the events in their order. */
  readonly digest: string
}

/** Where stretches are stored. They are disposable: without them, the log counts as it is from then on. */
export interface LogDigestStore {
  readonly find: (log: LogName, after: Position | '') => LogStretchDigest | undefined
  /** Where the stretch begins that has the event after a position; undefined when none has it. */
  readonly findStart: (log: LogName, position: Position | '') => Position | '' | undefined
  /** Stores a stretch, in the place of one that begins at the same position. */
  readonly put: (stretch: LogStretchDigest) => void
  readonly close: () => void
}
