import shared from '@eventstore/db-client/generated/shared_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { ExpectedRevision } from '../../../../../domain/ports/event-store'

const { Empty, StreamIdentifier, UUID } = shared
const { BatchAppendReq } = streams

/** An event with its data as bytes. Its code, if it has one, is its custom metadata. */
export interface EncodedEvent {
  readonly id: string
  readonly type: string
  readonly data: Uint8Array
  readonly code?: Uint8Array | undefined
}

/** Events in one message. With an append of at most 1 MiB, a message stays below the server's limit of 4 MiB. */
const maxEventsPerMessage = 1000

const uuid = (id: string): shared.UUID => {
  const message = new UUID()
  message.setString(id)
  return message
}

/** Only the metadata that the server requires: an event is its id, type, data and code. */
const proposedMessage = ({ id, type, data, code }: EncodedEvent): streams.BatchAppendReq.ProposedMessage => {
  const message = new BatchAppendReq.ProposedMessage()
  message.setId(uuid(id))
  message.getMetadataMap().set('type', type).set('content-type', 'application/octet-stream')
  message.setData(data)
  if (code !== undefined) message.setCustomMetadata(code)
  return message
}

const options = (name: string, expected: Exclude<ExpectedRevision, 'any'>): streams.BatchAppendReq.Options => {
  const identifier = new StreamIdentifier()
  identifier.setStreamName(Buffer.from(name))
  const message = new BatchAppendReq.Options()
  message.setStreamIdentifier(identifier)
  if (expected === 'none') message.setNoStream(new Empty())
  else message.setStreamPosition(String(expected))
  return message
}

/** The messages of one append. The first names the stream; the server writes the events when it has the last message. */
export const batchAppendMessagesOf = (
  correlationId: string,
  name: string,
  expected: Exclude<ExpectedRevision, 'any'>,
  events: ReadonlyArray<EncodedEvent>,
): ReadonlyArray<streams.BatchAppendReq> => {
  const messages: Array<streams.BatchAppendReq> = []
  for (let from = 0; from < events.length; from += maxEventsPerMessage) {
    const message = new BatchAppendReq()
    if (from === 0) message.setOptions(options(name, expected))
    message.setCorrelationId(uuid(correlationId))
    message.setProposedMessagesList(events.slice(from, from + maxEventsPerMessage).map(proposedMessage))
    message.setIsFinal(from + maxEventsPerMessage >= events.length)
    messages.push(message)
  }
  return messages
}
