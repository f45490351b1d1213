import type { Either } from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Branded } from '../values/branded'
import type { EventId } from '../values/ids'
import type { StreamName } from '../event/stream'

/** The place of an event in its stream, from 0. */
export type Revision = number

/** The place of an event in its log: opaque, printable, and ordered as strings are. */
export type Position = Branded<'Position'>

/** An event as it is kept: its open part as canonical JSON, its sealed parts as bytes that no store looks into. */
export interface StoredEvent {
  readonly id: EventId
  readonly type: string
  readonly version: number
  /** The day (circulation) or the month (persons) of recording. */
  readonly recorded: string
  readonly open: string
  readonly sealed: Uint8Array
}

export interface RecordedEvent extends StoredEvent {
  readonly stream: StreamName
  readonly revision: Revision
  readonly position: Position
}

/** What the writer believes of the stream: anything, that it is empty, or its exact last revision. */
export type Expected = 'any' | 'none' | Revision

export interface Appended {
  /** The revision of the last event of the append. */
  readonly revision: Revision
  /** The position of the last event of the append. */
  readonly position: Position
  /** Whether the same events stood there already, so that this is the first answer once more. */
  readonly repeated: boolean
}

/** The stream is not where the writer believed; `actual` is its last revision, or none. */
export interface Conflict {
  readonly _tag: 'Conflict'
  readonly stream: StreamName
  readonly expected: Expected
  readonly actual: Revision | 'none'
}

/**
 * The store cannot be reached, or cannot write (a full disk, say). Nothing was written, unless the answer of a server was
 * lost on its way, which the reason says: a repeat with the same ids tells.
 */
export interface StoreUnavailable {
  readonly _tag: 'StoreUnavailable'
  readonly reason: string
}

/** Too many writes wait for the disk already. Nothing was written: the same can be tried again in a second. */
export interface StoreBusy {
  readonly _tag: 'StoreBusy'
}

/** The append itself is wrong (no events, a malformed id, the same id twice). Nothing was written. */
export interface InvalidAppend {
  readonly _tag: 'InvalidAppend'
  readonly reason: string
}

export type AppendError = Conflict | StoreUnavailable | StoreBusy | InvalidAppend

export type Page = ReadonlyArray<RecordedEvent>

export interface ReadStream {
  readonly direction: 'forwards' | 'backwards'
  /** The first revision to read; without it the stream's beginning, or its end when read backwards. */
  readonly from?: Revision
  /** At most so many events in all. */
  readonly limit?: number
}

export interface ReadAll {
  /** Read what stands after this position; without it from the log's beginning. */
  readonly after?: Position
  readonly limit?: number
}

/** What has been appended since a position, and then what is appended from now on. */
export interface Subscription {
  /** Pages in log order, without gap or repeat; ends when closed. A page may be empty: the subscriber has caught up. */
  readonly pages: AsyncIterable<Page>
  readonly close: () => void
}

/**
 * What is in memory of a log of which this process is the only writer. It answers at once, and nothing (undefined) where
 * only the store knows. Every append that was answered is in it.
 */
export interface RecentEvents {
  /** The position of the log's last event, '' while the log is empty. */
  readonly head: () => Position | '' | undefined
  /** All events after a position ('' is the log's beginning), in log order. */
  readonly after: (position: Position | '') => Page | undefined
  /** The last revision of a stream, -1 where it has no events. */
  readonly endOf: (stream: StreamName) => Revision | undefined
}

/** One log. Reading answers pages of bounded size, so that a slow reader does not fill memory. */
export interface EventStore {
  /** Absent where several processes write to the log. */
  readonly recent?: RecentEvents
  readonly append: (
    stream: StreamName,
    expected: Expected,
    events: ReadonlyArray<StoredEvent>,
  ) => TaskEither<AppendError, Appended>
  readonly readStream: (stream: StreamName, read: ReadStream) => AsyncIterable<Page>
  readonly readAll: (read: ReadAll) => AsyncIterable<Page>
  readonly subscribe: (read: Pick<ReadAll, 'after'>) => Subscription
  /** The position of the last event, or undefined while the log is empty. */
  readonly head: Task<Position | undefined>
  readonly health: Task<Either<StoreUnavailable, void>>
  readonly close: Task<void>
}
