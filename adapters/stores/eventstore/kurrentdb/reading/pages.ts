import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { StreamName } from '../../../../../domain/event/stream'
import type { Page, Position, Revision } from '../../../../../domain/ports/event-store'
import type { Call } from '../calling/call'
import { storeError } from '../../../store-error'
import { storeUnavailable } from '../calling/failure'
import type { Names } from '../names'
import { patiently } from '../calling/patience'
import type { Reachability } from '../calling/reachability'
import { commitOf, positionOf } from '../position'
import type { Reached } from '../reached'
import * as request from './read-request'
import { eventOf } from './recorded'
import type { KurrentSettings } from '../settings'

/** One page at a time, each a call of its own that holds nothing open: so a slow reader fills no memory, here or there. */
export interface Pages {
  readonly ofLog: (after: Position | undefined, count: number) => Promise<Page>
  readonly ofStream: (
    stream: StreamName,
    direction: request.Direction,
    from: Revision | undefined,
    count: number,
  ) => Promise<Page>
  readonly last: () => Promise<Position | undefined>
  /** Where the server's own log ends, events of others included. */
  readonly endOfServer: () => Promise<Position | undefined>
}

/** Pages of a log, by calls that are made once. They reject with the client's error. */
export const pagesOf = (names: Names, call: Call, reached: Reached): Pages => {
  const event = eventOf(names)
  const ofAll = request.ofLog(names)
  const read = async (asked: streams.ReadReq): Promise<Page> => {
    const events = await call(asked, event)
    reached.see(events[0]?.position)
    reached.see(events.at(-1)?.position)
    return events
  }
  return {
    // A read of the whole log includes the record it begins at, so one more is asked for, and that one is left out.
    ofLog: async (after, count) => {
      if (after === undefined) return read(ofAll('forwards', 'start', count))
      const events = await read(ofAll('forwards', { commit: commitOf(after) }, count + 1))
      return events[0]?.position === after ? events.slice(1) : events.slice(0, count)
    },
    ofStream: (stream, direction, from, count) =>
      read(request.ofStream(names.onServer(stream), direction, from ?? (direction === 'forwards' ? 0 : 'end'), count)),
    last: async () => (await read(ofAll('backwards', 'end', 1)))[0]?.position,
    endOfServer: async () => {
      const [commit] = await call(request.lastRecord(), (answer) => answer.getEvent()?.getEvent()?.getCommitPosition())
      return commit === undefined ? undefined : positionOf(commit)
    },
  }
}

/** The same pages, asked for again while patience lasts; then they throw an Error that is also a StoreUnavailable. */
export const patientPages = (pages: Pages, settings: KurrentSettings, reachability: Reachability): Pages => {
  const ask = patiently(settings, reachability)
  const orUnavailable = <A>(read: () => Promise<A>): Promise<A> =>
    ask(read).catch((error: unknown) => {
      if (error instanceof RangeError) throw error
      throw storeError(storeUnavailable(error), error)
    })
  return {
    ofLog: (after, count) => orUnavailable(() => pages.ofLog(after, count)),
    ofStream: (stream, direction, from, count) => orUnavailable(() => pages.ofStream(stream, direction, from, count)),
    last: () => orUnavailable(pages.last),
    endOfServer: () => orUnavailable(pages.endOfServer),
  }
}
