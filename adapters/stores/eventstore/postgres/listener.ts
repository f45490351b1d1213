import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { connectionOf, usualPool } from '../../postgres/open-pool'

/** How often to look though nobody rang, in ms: a notification is a bell, and a bell may be missed. */
const lookAgain = 1000

/** Called with the payload of a notification, or without one when a notification may have been missed. */
type Ring = (payload?: string) => void

export interface Listener {
  readonly close: () => Promise<void>
}

/** Resolves when the connection is lost. Between the two nobody rings, so it rings when it begins to listen. */
const listenOnce = async (
  channel: string,
  url: string,
  ring: Ring,
  opened: (client: Client) => void,
): Promise<void> => {
  const client = new Client(connectionOf(usualPool, url))
  const lost = new Promise<void>((lose) => client.once('end', lose).on('error', () => lose()))
  opened(client)
  try {
    // Closing while it connects leaves the promise of the connection open for ever.
    await Promise.race([client.connect(), lost])
    client.on('notification', ({ payload }) => ring(payload))
    await client.query(`LISTEN ${channel}`)
    ring()
    await lost
  } finally {
    await client.end()
  }
}

/** Rings with each notification of a channel, and once a second without one, since a notification may be missed. */
export const listen =
  (channel: string) =>
  (url: string, ring: Ring): Listener => {
    let current: Client | undefined
    const closing = new AbortController()
    const clock = setInterval(() => ring(), lookAgain).unref()
    const listening = async (): Promise<void> => {
      while (!closing.signal.aborted) {
        await listenOnce(channel, url, ring, (client) => void (current = client)).catch(() => undefined)
        await pause(lookAgain, undefined, { signal: closing.signal }).catch(() => undefined)
      }
    }
    const running = listening()
    return {
      close: async () => {
        clearInterval(clock)
        closing.abort()
        await current?.end()
        await running
      },
    }
  }
