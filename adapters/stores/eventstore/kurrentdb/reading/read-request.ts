import shared from '@eventstore/db-client/generated/shared_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { Position } from '../../../../../domain/ports/event-store'
import type { Names } from '../names'
import { commitOf } from '../position'

const { Empty, StreamIdentifier } = shared
const { ReadReq } = streams
const { Options } = ReadReq

/** How many records the server looks through at a time for events that pass the filter. */
const window = 4096

export type Direction = 'forwards' | 'backwards'

const options = (direction: Direction): streams.ReadReq.Options => {
  const ids = new Options.UUIDOption()
  ids.setString(new Empty())
  const made = new Options()
  made.setUuidOption(ids)
  made.setReadDirection(Options.ReadDirection[direction === 'forwards' ? 'FORWARDS' : 'BACKWARDS'])
  return made
}

/** Keeps out the server's own streams, which begin with a dollar, and everything of other namespaces. */
const filter = ({ prefix }: Names): streams.ReadReq.Options.FilterOptions => {
  const expression = new Options.FilterOptions.Expression()
  if (prefix === undefined) expression.setRegex('^[^$]')
  else expression.setPrefixList([prefix])
  const made = new Options.FilterOptions()
  made.setStreamIdentifier(expression)
  made.setMax(window)
  made.setCheckpointintervalmultiplier(1)
  return made
}

const request = (made: streams.ReadReq.Options): streams.ReadReq => {
  const asked = new ReadReq()
  asked.setOptions(made)
  return asked
}

/** Some events of one stream, from a revision on, or from its end. */
export const ofStream = (name: string, direction: Direction, from: number | 'end', count: number): streams.ReadReq => {
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

/** Where in the whole log to begin: at its start, at its end, or at the record of a commit position. */
export type Place = 'start' | 'end' | { readonly commit: string }

const all = (place: Place): streams.ReadReq.Options.AllOptions => {
  const made = new Options.AllOptions()
  if (place === 'start') made.setStart(new Empty())
  else if (place === 'end') made.setEnd(new Empty())
  else {
    const position = new Options.Position()
    position.setCommitPosition(place.commit)
    position.setPreparePosition(place.commit)
    made.setPosition(position)
  }
  return made
}

/**
 * Some events of the whole log, those of strangers left out by the server. The client's own `readAll` takes no
 * filter, though the server does: through it, every record of the server's statistics would be sent and dropped.
 */
export const ofLog =
  (names: Names) =>
  (direction: Direction, place: Place, count: number): streams.ReadReq => {
    const made = options(direction)
    made.setAll(all(place))
    made.setCount(String(count))
    made.setFilter(filter(names))
    return request(made)
  }

/** The last record of the server's log, whoever's it is. */
export const lastRecord = (): streams.ReadReq => {
  const made = options('backwards')
  made.setAll(all('end'))
  made.setCount('1')
  made.setNoFilter(new Empty())
  return request(made)
}

/** What stands after a position, or since the log's start, and all that is appended from then on, without end. */
export const onwards = (names: Names, after: Position | undefined): streams.ReadReq => {
  const made = options('forwards')
  made.setAll(all(after === undefined ? 'start' : { commit: commitOf(after) }))
  made.setSubscription(new Options.SubscriptionOptions())
  made.setFilter(filter(names))
  return request(made)
}
