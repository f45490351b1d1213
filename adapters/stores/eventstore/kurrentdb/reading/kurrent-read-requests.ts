import shared from '@eventstore/db-client/generated/shared_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { Position } from '../../../../../domain/ports/event-store'
import type { KurrentStreamNameTranslation } from '../stream-name-translation'
import { commitOfPosition } from '../commit-position'

const { Empty, StreamIdentifier } = shared
const { ReadReq } = streams
const { Options } = ReadReq

/** Records that the server searches at a time for events that pass the filter. */
const filterWindow = 4096

export type ReadDirection = 'forwards' | 'backwards'

const options = (direction: ReadDirection): streams.ReadReq.Options => {
  const ids = new Options.UUIDOption()
  ids.setString(new Empty())
  const made = new Options()
  made.setUuidOption(ids)
  made.setReadDirection(Options.ReadDirection[direction === 'forwards' ? 'FORWARDS' : 'BACKWARDS'])
  return made
}

/** Excludes the server's own streams, which begin with a dollar sign, and other namespaces. */
const filter = ({ prefix }: KurrentStreamNameTranslation): streams.ReadReq.Options.FilterOptions => {
  const expression = new Options.FilterOptions.Expression()
  if (prefix === undefined) expression.setRegex('^[^$]')
  else expression.setPrefixList([prefix])
  const made = new Options.FilterOptions()
  made.setStreamIdentifier(expression)
  made.setMax(filterWindow)
  made.setCheckpointintervalmultiplier(1)
  return made
}

const request = (made: streams.ReadReq.Options): streams.ReadReq => {
  const readRequest = new ReadReq()
  readRequest.setOptions(made)
  return readRequest
}

/** Reads some events of one stream, from a revision or from its end. */
export const kurrentStreamReadRequest = (
  name: string,
  direction: ReadDirection,
  from: number | 'end',
  count: number,
): streams.ReadReq => {
  const identifier = new StreamIdentifier()
  identifier.setStreamName(Buffer.from(name))
  const stream = new Options.StreamOptions()
  stream.setStreamIdentifier(identifier)
  if (from === 'end') stream.setEnd(new Empty())
  else stream.setRevision(String(from))
  const made = options(direction)
  made.setStream(stream)
  made.setCount(String(count))
  made.setNoFilter(new Empty())
  return request(made)
}

/** Where a read of the whole log begins: at its start, at its end, or at the record of a commit position. */
type ReadStart = 'start' | 'end' | { readonly commit: string }

const allOptions = (start: ReadStart): streams.ReadReq.Options.AllOptions => {
  const made = new Options.AllOptions()
  if (start === 'start') made.setStart(new Empty())
  else if (start === 'end') made.setEnd(new Empty())
  else {
    const position = new Options.Position()
    position.setCommitPosition(start.commit)
    position.setPreparePosition(start.commit)
    made.setPosition(position)
  }
  return made
}

/**
 * Reads some events of the whole log; the server leaves out events of other programs. The client's `readAll` takes no
 * filter, so the server would send each record of its own statistics as well.
 */
export const wholeLogReadRequest =
  (streamNames: KurrentStreamNameTranslation) =>
  (direction: ReadDirection, start: ReadStart, count: number): streams.ReadReq => {
    const made = options(direction)
    made.setAll(allOptions(start))
    made.setCount(String(count))
    made.setFilter(filter(streamNames))
    return request(made)
  }

/** Reads the last record of the server's log, of this log or not. */
export const lastKurrentRecordReadRequest = (): streams.ReadReq => {
  const made = options('backwards')
  made.setAll(allOptions('end'))
  made.setCount('1')
  made.setNoFilter(new Empty())
  return request(made)
}

/** Subscribes to the events after a position (undefined: from the start of the log) and all later ones. */
export const subscriptionRequest = (
  streamNames: KurrentStreamNameTranslation,
  after: Position | undefined,
): streams.ReadReq => {
  const made = options('forwards')
  made.setAll(allOptions(after === undefined ? 'start' : { commit: commitOfPosition(after) }))
  made.setSubscription(new Options.SubscriptionOptions())
  made.setFilter(filter(streamNames))
  return request(made)
}
