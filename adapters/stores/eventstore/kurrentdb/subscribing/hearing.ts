import { convertToCommandError, type EventStoreDBClient } from '@eventstore/db-client'
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { Page, RecordedEvent } from '../../../../../domain/ports/event-store'
import { bell } from '../../bell'
import { toLeader, type Take } from '../calling/call'

/** A subscription on the server, and what has come of it that nobody has taken yet. */
export interface Hearing {
  /** Takes what has come, so many events at most. */
  readonly take: (most: number) => Page
  /** Why nothing more will come, once that is so. What came before can still be taken. */
  readonly ended: () => Error | undefined
  /** Waits for something to take, or for the end; false when neither has come in so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<boolean>
  readonly breakOff: () => void
}

const errorOf = (error: unknown): Error => (error instanceof Error ? error : new Error('the subscription broke off'))

/**
 * Subscribes, by one call without a deadline. Once `most` events wait here the connection is read no further until
 * some are taken: the server then holds the rest back, or drops a subscription that is more than 32 events behind
 * what is being written. The client never takes up a dropped one again, nor does this.
 */
export const hear = (
  client: EventStoreDBClient,
  request: streams.ReadReq,
  take: Take<RecordedEvent>,
  most: number,
): Hearing => {
  let waiting: Array<RecordedEvent> = []
  let ended: Error | undefined
  let [goOn, cancel]: [() => void, () => void] = [() => undefined, () => undefined]
  const { ring, wait } = bell()
  const end = (error: unknown): void => {
    ended ??= errorOf(error)
    ring()
  }
  const breakOff = (error: unknown = new Error('the subscription is over')): void => {
    end(error)
    cancel()
  }
  const keep = (answer: streams.ReadResp): void => {
    if (ended !== undefined) return
    const event = take(answer)
    // Whoever waits is woken when all that arrived together is here: his work is by the page, not by the event.
    if (event !== undefined && waiting.push(event) === 1) setImmediate(ring)
  }
  client['GRPCStreamCreator'](grpc.StreamsClient, 'read', (service) => {
    const stream = service.read(request, ...client['callArguments'](toLeader, { deadline: Infinity }))
    goOn = () => stream.resume()
    cancel = () => stream.cancel()
    if (ended !== undefined) cancel()
    return stream
      .on('data', (answer: streams.ReadResp) => {
        try {
          keep(answer)
        } catch (error) {
          breakOff(error)
        }
        if (waiting.length >= most) stream.pause()
      })
      .on('error', (error: Error) => end(convertToCommandError(error)))
      .on('end', end)
  })().catch(end)
  return {
    take: (count) => {
      const page = waiting.slice(0, count)
      waiting = waiting.slice(count)
      if (waiting.length < most) goOn()
      return page
    },
    ended: () => ended,
    wait: (milliseconds) => {
      const isWorthIt = () => waiting.length > 0 || ended !== undefined
      if (isWorthIt()) return Promise.resolve(true)
      const late = setTimeout(ring, milliseconds)
      return wait().then(() => {
        clearTimeout(late)
        return isWorthIt()
      })
    },
    breakOff: () => breakOff(),
  }
}
