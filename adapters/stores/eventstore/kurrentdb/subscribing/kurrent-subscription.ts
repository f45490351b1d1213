import { convertToCommandError, type EventStoreDBClient } from '@eventstore/db-client'
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { EventPage, RecordedEvent } from '../../../../../domain/ports/event-store'
import { createWakeSignal } from '../../wake-signal'
import { leaderCallOptions, type KurrentReadResponseMapper } from '../calling/run-kurrent-read-request'

/** A subscription on the server, with a buffer of the events that the consumer has not taken yet. */
export interface KurrentSubscription {
  /** Takes events from the buffer, at most so many. */
  readonly take: (maxBuffered: number) => EventPage
  /** Why the subscription ended; undefined while it is open. Buffered events can still be taken. */
  readonly endReason: () => Error | undefined
  /** Waits for events or for the end of the subscription; false after so many ms without either. */
  readonly waitForEvents: (milliseconds: number) => Promise<boolean>
  readonly cancel: () => void
}

const errorOf = (error: unknown): Error => (error instanceof Error ? error : new Error('the subscription ended'))

/**
 * Subscribes by one gRPC call without a deadline. It pauses the connection while `maxBuffered` events are buffered. The
 * server then holds events back, or drops a subscription that is more than 32 events behind the writers. This does not
 * resubscribe.
 */
export const openKurrentSubscription = (
  client: EventStoreDBClient,
  request: streams.ReadReq,
  take: KurrentReadResponseMapper<RecordedEvent>,
  maxBuffered: number,
): KurrentSubscription => {
  let buffered: Array<RecordedEvent> = []
  let endReason: Error | undefined
  let [resume, cancel]: [() => void, () => void] = [() => undefined, () => undefined]
  const { notifyAll, wait } = createWakeSignal()
  const end = (error: unknown): void => {
    endReason ??= errorOf(error)
    notifyAll()
  }
  const breakOff = (error: unknown = new Error('the subscription was cancelled')): void => {
    end(error)
    cancel()
  }
  const buffer = (answer: streams.ReadResp): void => {
    if (endReason !== undefined) return
    const event = take(answer)
    // Wake the consumer after all events of this turn have arrived, so that it gets them as one page.
    if (event !== undefined && buffered.push(event) === 1) setImmediate(notifyAll)
  }
  client['GRPCStreamCreator'](grpc.StreamsClient, 'read', (service) => {
    const stream = service.read(request, ...client['callArguments'](leaderCallOptions, { deadline: Infinity }))
    resume = () => stream.resume()
    cancel = () => stream.cancel()
    if (endReason !== undefined) cancel()
    return stream
      .on('data', (answer: streams.ReadResp) => {
        try {
          buffer(answer)
        } catch (error) {
          breakOff(error)
        }
        if (buffered.length >= maxBuffered) stream.pause()
      })
      .on('error', (error: Error) => end(convertToCommandError(error)))
      .on('end', end)
  })().catch(end)
  return {
    take: (count) => {
      const page = buffered.slice(0, count)
      buffered = buffered.slice(count)
      if (buffered.length < maxBuffered) resume()
      return page
    },
    endReason: () => endReason,
    waitForEvents: (milliseconds) => {
      const hasNews = () => buffered.length > 0 || endReason !== undefined
      if (hasNews()) return Promise.resolve(true)
      const timer = setTimeout(notifyAll, milliseconds)
      return wait().then(() => {
        clearTimeout(timer)
        return hasNews()
      })
    },
    cancel: () => breakOff(),
  }
}
