import type { Either } from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Branded } from '../values/branded-string-codec'
import type { EventId } from '../values/ids'
import type { StreamName } from '../event/stream'

/** The index of an event in its stream, from 0. */
export type Revision = number

/** The place of an event in its log: opaque, printable, and ordered as strings are. */
export type Position = Branded<'Position'>

/** An event as it is stored: its open part as canonical JSON, its sealed parts as bytes that no store decodes. */
export interface StoredEvent {
  readonly id: EventId
  readonly type: string
  readonly version: number
  /** The day (circulation) or the month (persons) of recording. */
  readonly recorded: string
  readonly open: string
  readonly sealed: Uint8Array
  /**
   * The message authentication code, which no store decodes. The log of a library adds it to each append. Absent in
   * events that are older than the codes.
   */
  readonly code?: Uint8Array | undefined
}

/** What is wrong with the message authentication code of an event. */
export type EventCodeMismatch = 'missing' | 'mismatch'

/** Which value of a stored event no append writes: its position or revision is out of range, or its id has another length. */
export type OutOfRangeEventMember = 'position' | 'revision' | 'id'

export interface RecordedEvent extends StoredEvent {
  readonly stream: StreamName
  readonly revision: Revision
  readonly position: Position
  /** Set by the check of the codes: somebody else wrote or changed the event, and what it says is ignored. */
  readonly codeFault?: EventCodeMismatch
  /** Set by the store: somebody else wrote or changed the event, and what it says is ignored. */
  readonly rangeFault?: OutOfRangeEventMember
}

/** The stream state that the writer expects: any, empty, or the exact last revision. */
export type ExpectedRevision = 'any' | 'none' | Revision

export interface AppendResult {
  /** The revision of the last event of the append. */
  readonly revision: Revision
  /** The position of the last event of the append. */
  readonly position: Position
  /** True when the same events stood there already. Then this is the first result again. */
  readonly repeated: boolean
}

/** The stream is not in the expected state. `actual` is its last revision, or none. */
export interface RevisionConflict {
  readonly _tag: 'Conflict'
  readonly stream: StreamName
  readonly expected: ExpectedRevision
  readonly actual: Revision | 'none'
}

/**
 * The store cannot be reached, or cannot write (a full disk, for example). Nothing was written, unless a server's
 * answer was lost; the reason then says so, and a repeat with the same ids finds out.
 */
export interface StoreUnavailable {
  readonly _tag: 'StoreUnavailable'
  readonly reason: string
  /** Which store, in the words of `/health`; for operators alone. */
  readonly store?: string
}

/** Too many writes already wait for the disk. Nothing was written; the same append can be tried again in a second. */
export interface StoreBusy {
  readonly _tag: 'StoreBusy'
}

/** The append is invalid: no events, a malformed id, or the same id twice. Nothing was written. */
export interface InvalidAppend {
  readonly _tag: 'InvalidAppend'
  readonly reason: string
}

export type AppendError = RevisionConflict | StoreUnavailable | StoreBusy | InvalidAppend

export type EventPage = ReadonlyArray<RecordedEvent>

export interface ReadStreamOptions {
  readonly direction: 'forwards' | 'backwards'
  /** The first revision to read. When absent: the first event, or the last one when reading backwards. */
  readonly from?: Revision
  /** The most events to read. */
  readonly limit?: number
}

export interface ReadAllOptions {
  /** Reads the events after this position. When absent: from the start of the log. */
  readonly after?: Position
  readonly limit?: number
  /** The most events on a page, if the store would put more on one: whoever reads beside requests asks for few. */
  readonly maxPageSize?: number
}

/** The events after a position, and then each new event. */
export interface EventSubscription {
  /**
   * Pages in log order, without gaps or repeats, until closed. An empty page says that the subscriber has caught up.
   */
  readonly pages: AsyncIterable<EventPage>
  readonly close: () => void
}

/**
 * The part of a log that is in memory, when this process is the only writer. Each member answers at once; undefined
 * means that only the store has it. Every append that has been answered is in it.
 */
export interface RecentEvents {
  /** The position of the last event of the log; '' while the log is empty. */
  readonly head: () => Position | ''
  /** All events after a position ('' is the start of the log), in log order. */
  readonly after: (position: Position | '') => EventPage | undefined
  /** The last revision of a stream; -1 when it has no events. */
  readonly endOf: (stream: StreamName) => Revision | undefined
}

/** The events of a log between two positions, neither of which is included. */
export interface LogSegment {
  /** Undefined for the beginning of the log. */
  readonly after: Position | undefined
  readonly before: Position
  /** The closings in between, in log order: they stay where they are, and no event passes one. */
  readonly closings: ReadonlyArray<Position>
  /** The positions in between whose events stay where they are, and with them the other events of their streams. */
  readonly fixed: ReadonlyArray<Position>
}

/** The last segment that was shuffled, and how many times segments were shuffled until then. */
export interface LastShuffledSegment {
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
   * Overwrites what the store still has of an order from before a shuffle; does nothing when there is nothing. `shuffle` does
   * it too, but may have failed in it, or been killed. Absent in a store where the shuffle itself overwrites it.
   */
  readonly removeEarlierOrder?: TaskEither<StoreUnavailable, void>
  /**
   * The last shuffle before a page was read, for a page as it was answered; otherwise the last one that this process has
   * noticed: another process may have shuffled. Undefined before the first page, on a store of several processes.
   */
  readonly lastNoticed?: (page: EventPage) => LastShuffledSegment | undefined
}

/** One log. Reads answer pages of bounded size, so that a slow reader does not fill memory. */
export interface EventStore {
  /** Absent when several processes write to the log. */
  readonly recent?: RecentEvents
  readonly append: (
    stream: StreamName,
    expected: ExpectedRevision,
    events: ReadonlyArray<StoredEvent>,
  ) => TaskEither<AppendError, AppendResult>
  readonly readStream: (stream: StreamName, options: ReadStreamOptions) => AsyncIterable<EventPage>
  readonly readAll: (options: ReadAllOptions) => AsyncIterable<EventPage>
  readonly subscribe: (options: Pick<ReadAllOptions, 'after'>) => EventSubscription
  /**
   * The events whose position is out of range, at most 100: no read of the whole log has them. Absent in a store that
   * gives positions itself. Rejects as `readAll` does.
   */
  readonly eventsOutOfRange?: Task<EventPage>
  /** The position of the last event; undefined while the log is empty. */
  readonly head: Task<Position | undefined>
  /**
   * The number of events after a position; undefined is the start of the log. A store whose positions have gaps counts by
   * reading, at most 10,000 events.
   */
  readonly countAfter: (position: Position | undefined) => Task<number>
  /** Absent in a store that keeps a time of its own for each event, which tells the order anyway. */
  readonly shuffling?: EventShuffling
  readonly health: Task<Either<StoreUnavailable, void>>
  /** Writes durably and removes it again, to find out whether appends succeed. Absent where `health` tells it. */
  readonly probeWrite?: Task<Either<StoreUnavailable, void>>
  readonly close: Task<void>
}
