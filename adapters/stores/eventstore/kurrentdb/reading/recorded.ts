import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { EventId } from '../../../../../domain/values/ids'
import type { RecordedEvent } from '../../../../../domain/ports/event-store'
import type { Take } from '../calling/call'
import { unpack } from '../content'
import { storeError } from '../../../store-error'
import { unavailable } from '../calling/failure'
import type { Names } from '../names'
import { positionOf } from '../position'

const notOurs = () => storeError(unavailable('an event among those of the log was written by something else'))

const text = (bytes: Uint8Array | undefined): string =>
  bytes === undefined ? '' : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()

const recordedEvent =
  (names: Names) =>
  (event: streams.ReadResp.ReadEvent.RecordedEvent): RecordedEvent => {
    const content = unpack(event.getData_asU8())
    if (content === undefined) throw notOurs()
    return {
      id: (event.getId()?.getString() ?? '') as EventId,
      type: event.getMetadataMap().get('type') ?? '',
      stream: names.inLog(text(event.getStreamIdentifier()?.getStreamName_asU8())),
      revision: Number(event.getStreamRevision()),
      position: positionOf(event.getCommitPosition()),
      // Last, since the engine makes an object that begins as a copy of another ten times as slowly: 4 of 11 µs an event.
      ...content,
    }
  }

/** The event of an answer; one that says that a stream does not exist has none. */
export const eventOf = (names: Names): Take<RecordedEvent> => {
  const recorded = recordedEvent(names)
  return (answer) => {
    const event = answer.getEvent()?.getEvent()
    return event === undefined ? undefined : recorded(event)
  }
}
