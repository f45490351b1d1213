import shared from '@eventstore/db-client/generated/shared_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { Expected } from '../../../../../domain/ports/event-store'

const { Empty, StreamIdentifier, UUID } = shared
const { BatchAppendReq } = streams

/** An event on its way: its data already as bytes. */
export interface Packed {
  readonly id: string
  readonly type: string
  readonly data: Uint8Array
}

/** Events in one message: even without any content they stay below the 4 MiB that the server takes at a time. */
const inOneMessage = 1000

const uuid = (id: string): shared.UUID => {
  const made = new UUID()
  made.setString(id)
  return made
}

/** No metadata but what the server demands: nothing of an event stands outside its data, its type and its id. */
const proposed = ({ id, type, data }: Packed): streams.BatchAppendReq.ProposedMessage => {
  const made = new BatchAppendReq.ProposedMessage()
  made.setId(uuid(id))
  made.getMetadataMap().set('type', type).set('content-type', 'application/octet-stream')
  made.setData(data)
  return made
}

const options = (name: string, expected: Exclude<Expected, 'any'>): streams.BatchAppendReq.Options => {
  const identifier = new StreamIdentifier()
  identifier.setStreamName(Buffer.from(name))
  const made = new BatchAppendReq.Options()
  made.setStreamIdentifier(identifier)
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the empty message is the same under both its names
  if (expected === 'none') made.setNoStream(new Empty())
  else made.setStreamPosition(String(expected))
  return made
}

/** The messages of one append: the first says where to, and the server writes nothing before it has the last. */
export const appendRequests = (
  call: string,
  name: string,
  expected: Exclude<Expected, 'any'>,
  events: ReadonlyArray<Packed>,
): ReadonlyArray<streams.BatchAppendReq> => {
  const messages: Array<streams.BatchAppendReq> = []
  for (let from = 0; from < events.length; from += inOneMessage) {
    const message = new BatchAppendReq()
    if (from === 0) message.setOptions(options(name, expected))
    message.setCorrelationId(uuid(call))
    message.setProposedMessagesList(events.slice(from, from + inOneMessage).map(proposed))
    message.setIsFinal(from + inOneMessage >= events.length)
    messages.push(message)
  }
  return messages
}
