import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { StreamName } from '../../../../../domain/event/stream'
import type { EventPage, Position, Revision } from '../../../../../domain/ports/event-store'
import type { RunKurrentReadRequest } from '../calling/run-kurrent-read-request'
import { throwableStoreError } from '../../../throwable-store-error'
import { kurrentUnavailable } from '../calling/kurrent-failure'
import type { KurrentStreamNameTranslation } from '../stream-name-translation'
import { retryTransient } from '../calling/retry-transient'
import type { CircuitBreaker } from '../calling/circuit-breaker'
import { commitOfPosition, positionOfCommit } from '../commit-position'
import type { HighestSeenPosition } from '../track-highest-seen-position'
import * as request from './kurrent-read-requests'
import { recordedEventMapper } from './recorded-event-mapper'
import type { KurrentSettings } from '../kurrent-settings'

/** Reads single pages, each by a call of its own, so that a slow reader fills no buffer in the client or the server. */
export interface KurrentPageReader {
  readonly logPage: (after: Position | undefined, count: number) => Promise<EventPage>
  readonly streamPage: (
    stream: StreamName,
    direction: request.ReadDirection,
    from: Revision | undefined,
    count: number,
  ) => Promise<EventPage>
  readonly lastPosition: () => Promise<Position | undefined>
  /** The end of the server's log, events of other programs included. */
  readonly serverEnd: () => Promise<Position | undefined>
}

/** Reads pages without retries. Rejects with the client's error. */
export const createKurrentPageReader = (
  streamNames: KurrentStreamNameTranslation,
  call: RunKurrentReadRequest,
  highestSeen: HighestSeenPosition,
): KurrentPageReader => {
  const toEvent = recordedEventMapper(streamNames)
  const logReadRequestFor = request.wholeLogReadRequest(streamNames)
  const read = async (readRequest: streams.ReadReq): Promise<EventPage> => {
    const events = await call(readRequest, toEvent)
    highestSeen.record(events[0]?.position)
    highestSeen.record(events.at(-1)?.position)
    return events
  }
  return {
    // The server includes the record at the start position, so this asks for one more and drops the first.
    logPage: async (after, count) => {
      if (after === undefined) return read(logReadRequestFor('forwards', 'start', count))
      const events = await read(logReadRequestFor('forwards', { commit: commitOfPosition(after) }, count + 1))
      return events[0]?.position === after ? events.slice(1) : events.slice(0, count)
    },
    streamPage: (stream, direction, from, count) =>
      read(
        request.kurrentStreamReadRequest(
          streamNames.toServer(stream),
          direction,
          from ?? (direction === 'forwards' ? 0 : 'end'),
          count,
        ),
      ),
    lastPosition: async () => (await read(logReadRequestFor('backwards', 'end', 1)))[0]?.position,
    serverEnd: async () => {
      const [commit] = await call(request.lastKurrentRecordReadRequest(), (answer) =>
        answer.getEvent()?.getEvent()?.getCommitPosition(),
      )
      return commit === undefined ? undefined : positionOfCommit(commit)
    },
  }
}

/** Adds retries. After `retryTimeout` it rejects with an Error that is also a StoreUnavailable. */
export const retryingPageReader = (
  pageReader: KurrentPageReader,
  settings: KurrentSettings,
  reachability: CircuitBreaker,
): KurrentPageReader => {
  const retry = retryTransient(settings, reachability)
  const orStoreError = <A>(read: () => Promise<A>): Promise<A> =>
    retry(read).catch((error: unknown) => {
      if (error instanceof RangeError) throw error
      throw throwableStoreError(kurrentUnavailable(error), error)
    })
  return {
    logPage: (after, count) => orStoreError(() => pageReader.logPage(after, count)),
    streamPage: (stream, direction, from, count) =>
      orStoreError(() => pageReader.streamPage(stream, direction, from, count)),
    lastPosition: () => orStoreError(pageReader.lastPosition),
    serverEnd: () => orStoreError(pageReader.serverEnd),
  }
}
