import type { Either } from 'fp-ts/Either'
import type { StreamName } from '../../../../domain/event/stream'
import type { Appended, Conflict, Expected, InvalidAppend, StoredEvent } from '../../../../domain/ports/event-store'
import type { EventId } from '../../../../domain/values/ids'
import type { Span } from '../../sqlite/writer-thread/messages'
import type { PlaceBytes } from '../../sqlite/writer-thread/place-bytes'

/** An event as it travels: a list costs less to copy than an object. Its sealed bytes travel beside it. */
type SentEvent = readonly [id: EventId, type: string, version: number, recorded: string, open: string, sealed: Span]

type AppendRequest = readonly [stream: StreamName, expected: Expected, events: ReadonlyArray<SentEvent>]

/** What the writer of a log can be asked. `health` shows that the write lock can be had. */
export type LogProtocol = {
  readonly append: readonly [AppendRequest, Either<Conflict | InvalidAppend, Appended>]
  readonly checkpoint: readonly [readonly [reactor: string, place: number], undefined]
  readonly health: readonly [undefined, undefined]
}

export const appendRequest =
  (stream: StreamName, expected: Expected, events: ReadonlyArray<StoredEvent>) =>
  (place: PlaceBytes): AppendRequest => [
    stream,
    expected,
    events.map(({ id, type, version, recorded, open, sealed }) => [id, type, version, recorded, open, place(sealed)]),
  ]

/** The events of a request as they were handed in; their sealed parts are views of the bytes that came with it. */
export const eventsOf = ([, , sent]: AppendRequest, bytes: Uint8Array): ReadonlyArray<StoredEvent> =>
  sent.map(([id, type, version, recorded, open, [start, end]]) => ({
    ...{ id, type, version, recorded, open },
    sealed: bytes.subarray(start, end),
  }))
