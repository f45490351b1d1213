import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { EventId } from '../../../../../domain/values/ids'
import type { RecordedEvent } from '../../../../../domain/ports/event-store'
import type { KurrentReadResponseMapper } from '../calling/run-kurrent-read-request'
import { decodeKurrentEventData } from '../kurrent-event-data'
import { throwableStoreError } from '../../../throwable-store-error'
import { storeUnavailable } from '../calling/kurrent-failure'
import type { KurrentStreamNameTranslation } from '../stream-name-translation'
import { positionOfCommit } from '../commit-position'

const foreignEvent = () =>
  throwableStoreError(storeUnavailable('another program wrote an event into a stream of the log'))

const text = (bytes: Uint8Array | undefined): string =>
  bytes === undefined ? '' : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()

/** The code of an event is its custom metadata; undefined when it has none. */
const codeOf = (event: streams.ReadResp.ReadEvent.RecordedEvent): Uint8Array | undefined => {
  const metadata = event.getCustomMetadata_asU8()
  return metadata.length === 0 ? undefined : metadata
}

const recordedEvent =
  (streamNames: KurrentStreamNameTranslation) =>
  (event: streams.ReadResp.ReadEvent.RecordedEvent): RecordedEvent => {
    const content = decodeKurrentEventData(event.getData_asU8())
    if (content === undefined) throw foreignEvent()
    return {
      id: (event.getId()?.getString() ?? '') as EventId,
      type: event.getMetadataMap().get('type') ?? '',
      stream: streamNames.fromServer(text(event.getStreamIdentifier()?.getStreamName_asU8())),
      revision: Number(event.getStreamRevision()),
      position: positionOfCommit(event.getCommitPosition()),
      code: codeOf(event),
      // The spread comes last: first, it makes the object ten times as slow to create (4 of 11 µs an event).
      ...content,
    }
  }

/** Maps a response to an event; undefined for other responses, such as "no such stream". */
export const recordedEventMapper = (
  streamNames: KurrentStreamNameTranslation,
): KurrentReadResponseMapper<RecordedEvent> => {
  const toRecordedEvent = recordedEvent(streamNames)
  return (answer) => {
    const event = answer.getEvent()?.getEvent()
    return event === undefined ? undefined : toRecordedEvent(event)
  }
}
