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

/** The client alone, without anything that the adapter adds. Its events stand beside the log's, in streams of their own. */
export interface BareClient {
  /** Appends one event of so many bytes to a stream of its own. */
  readonly append: (bytes: number) => () => Promise<unknown>
  /** Reads so many of its events by a subscription: from a place on, or from the start. */
  readonly follow: (from: ReadPosition, count: number) => Promise<void>
  /** Where the server's log ends. */
  readonly end: () => Promise<ReadPosition>
}

export const bareClient = (connectionString: string, prefix: string): BareClient => {
  const client = EventStoreDBClient.connectionString(connectionString)
  const filter = streamNameFilter({ prefixes: [prefix], maxSearchWindow: 4096 })
  const follow = async (from: ReadPosition, count: number): Promise<void> => {
    let [read, last] = [0, from]
    try {
      for await (const { event } of client.subscribeToAll({ fromPosition: from, filter })) {
        if (event === undefined) continue
        last = event.position
        if ((read += 1) >= count) return
      }
    } catch {
      // The server drops it whenever it is more than 32 events behind; whoever uses the client alone takes it up again.
      return follow(last, count - read)
    }
  }
  return {
    append: (bytes) => () => {
      const event = binaryEvent({ id: randomUUID(), type: 'CopyAcquired', data: randomBytes(bytes) })
      return client.appendToStream(`${prefix}copy-${randomUUID()}`, [event], { expectedRevision: 'no_stream' })
    },
    follow,
    end: async () => {
      for await (const { event } of client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }))
        if (event !== undefined) return event.position
      return START
    },
  }
}
