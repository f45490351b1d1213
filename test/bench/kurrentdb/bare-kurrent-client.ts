import { randomBytes, randomUUID } from 'node:crypto'
import {
  BACKWARDS,
  binaryEvent,
  END,
  EventStoreDBClient,
  START,
  streamNameFilter,
  type ReadPosition,
} from '@eventstore/db-client'

/** The client without the adapter. Its events are on the same server as those of the log, in separate streams. */
export interface BareKurrentClient {
  /** Appends one event with a number of bytes to a new stream. */
  readonly append: (bytes: number) => () => Promise<unknown>
  /** Reads a number of its events by a subscription, from a position or from the start. */
  readonly readSubscription: (from: ReadPosition, count: number) => Promise<void>
  /** The end of the log of the server. */
  readonly logEnd: () => Promise<ReadPosition>
}

export const openBareKurrentClient = (connectionString: string, prefix: string): BareKurrentClient => {
  const client = EventStoreDBClient.connectionString(connectionString)
  const filter = streamNameFilter({ prefixes: [prefix], maxSearchWindow: 4096 })
  const readSubscription = async (from: ReadPosition, count: number): Promise<void> => {
    let [read, last] = [0, from]
    try {
      for await (const { event } of client.subscribeToAll({ fromPosition: from, filter })) {
        if (event === undefined) continue
        last = event.position
        if ((read += 1) >= count) return
      }
    } catch {
      // The server drops a subscription that is more than 32 events behind. The bare client must subscribe again.
      return readSubscription(last, count - read)
    }
  }
  return {
    append: (bytes) => () => {
      const event = binaryEvent({ id: randomUUID(), type: 'CopyAcquired', data: randomBytes(bytes) })
      return client.appendToStream(`${prefix}copy-${randomUUID()}`, [event], { expectedRevision: 'no_stream' })
    },
    readSubscription,
    logEnd: async () => {
      for await (const { event } of client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }))
        if (event !== undefined) return event.position
      return START
    },
  }
}
