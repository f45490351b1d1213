import type {
  AppendResult,
  ExpectedRevision,
  InvalidAppend,
  Revision,
  RevisionConflict,
  StoredEvent,
} from '../../../../domain/ports/event-store'
import type { StreamName } from '../../../../domain/event/stream'
import type { EventId } from '../../../../domain/values/ids'
import type { ByteRange } from '../../sqlite/writer-thread/writer-thread-messages'
import type { MessageByteAppender } from '../../sqlite/writer-thread/message-byte-appender'

/** An event in a message: an array is copied faster than an object. Its sealed bytes and its code are sent beside it. */
type SentEvent = readonly [
  id: EventId,
  type: string,
  version: number,
  recorded: string,
  open: string,
  sealed: ByteRange,
  code: ByteRange | undefined,
]

type AppendRequest = readonly [stream: StreamName, expected: ExpectedRevision, events: ReadonlyArray<SentEvent>]

/** Where an append ends in its stream and in the log: see `AppendResult`. */
export type SentAppendResult = readonly [revision: Revision, sequence: number, isRepeated: AppendResult['repeated']]

type AppendRefusal = RevisionConflict | InvalidAppend

/** The answer to an append in a message. */
export type SentAppendAnswer = SentAppendResult | AppendRefusal

export const isAppendRefusal = (answer: SentAppendAnswer): answer is AppendRefusal => '_tag' in answer

/** A segment to shuffle, by sequence numbers. */
export type SegmentToShuffle = readonly [
  after: number,
  before: number,
  closings: ReadonlyArray<number>,
  fixed: ReadonlyArray<number>,
]

/**
 * The requests to the writer of a log. `health` checks that the write lock can be taken. `truncate` copies the
 * write-ahead log into the file and truncates it; it answers whether no open read prevented it.
 */
export type LogProtocol = {
  readonly append: readonly [AppendRequest, SentAppendAnswer]
  readonly checkpoint: readonly [readonly [reactor: string, sequence: number], undefined]
  readonly shuffle: readonly [SegmentToShuffle, undefined]
  readonly truncate: readonly [undefined, boolean]
  readonly health: readonly [undefined, undefined]
  readonly probe: readonly [undefined, undefined]
}

export const encodeAppendRequestForWriter =
  (stream: StreamName, expected: ExpectedRevision, events: ReadonlyArray<StoredEvent>) =>
  (placeBytes: MessageByteAppender): AppendRequest => [
    stream,
    expected,
    events.map(({ id, type, version, recorded, open, sealed, code }) => [
      id,
      type,
      version,
      recorded,
      open,
      placeBytes(sealed),
      code && placeBytes(code),
    ]),
  ]

/** The events of a request. Their sealed parts and codes are views of the bytes of the message. */
export const eventsOfAppendRequest = ([, , sent]: AppendRequest, bytes: Uint8Array): ReadonlyArray<StoredEvent> =>
  sent.map(([id, type, version, recorded, open, sealed, code]) => ({
    ...{ id, type, version, recorded, open },
    sealed: bytes.subarray(...sealed),
    code: code && bytes.subarray(...code),
  }))
