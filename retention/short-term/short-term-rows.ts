import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../domain/ports/event-store'
import type { QuarterHour } from './quarter-hour'

/** An entry as it is stored: neither readable nor recognisable without the ring. */
export interface ShortTermRow {
  /** 32 bytes: an HMAC of the entry's kind and id. */
  readonly id: Uint8Array
  /** The quarter-hour at whose beginning the entry ends. */
  readonly endsAt: QuarterHour
  readonly content: Uint8Array
}

/** Where the rows of the short-term store are. They are never backed up. Also answers rows that have ended. */
export interface ShortTermRows {
  /** Adds a row, or replaces the one with its id. */
  readonly put: (row: ShortTermRow) => TaskEither<StoreUnavailable, void>
  /**
   * The same, if the content is still this one; with undefined, if there is no row with the id. Answers whether it was
   * written.
   */
  readonly putIfUnchanged: (
    row: ShortTermRow,
    expected: Uint8Array | undefined,
  ) => TaskEither<StoreUnavailable, boolean>
  readonly find: (ids: ReadonlyArray<Uint8Array>) => TaskEither<StoreUnavailable, ReadonlyArray<ShortTermRow>>
  /** Answers the rows that this call removed. */
  readonly remove: (ids: ReadonlyArray<Uint8Array>) => TaskEither<StoreUnavailable, ReadonlyArray<ShortTermRow>>
  readonly all: TaskEither<StoreUnavailable, ReadonlyArray<ShortTermRow>>
  /** Removes the rows that have ended by this quarter-hour, and rewrites the others so that no order of writing is left. */
  readonly rewrite: (now: QuarterHour) => TaskEither<StoreUnavailable, void>
  readonly close: () => Promise<void>
}
