import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { connectionOf, usualPool } from '../../postgres/open-pool'

/** How often to look though nobody rang, in ms: a notification is a bell, and a bell may be missed. */
const lookAgain = 1000

export interface Listener {
  readonly close: () => Promise<void>
}

/** Resolves when the connection is lost. Between the two nobody rings, so it rings when it begins to listen. */
const listenOnce = async (url: string, ring: () => void, opened: (client: Client) => void): Promise<void> => {
  const client = new Client(connectionOf(usualPool, url))
  const lost = new Promise<void>((lose) => client.once('end', lose).on('error', () => lose()))
  opened(client)
  try {
    // Closing while it connects leaves the promise of the connection open for ever.
    await Promise.race([client.connect(), lost])
    client.on('notification', ring)
    await client.query('LISTEN glemsom_log')
    ring()
    await lost
  } finally {
    await client.end()
  }
}

/** Rings whenever any process has appended to the log: by the server's notifications, and now and then by itself. */
export const listen = (url: string, ring: () => void): Listener => {
  let current: Client | undefined
  const closing = new AbortController()
  const clock = setInterval(ring, lookAgain).unref()
  const listening = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await listenOnce(url, ring, (client) => void (current = client)).catch(() => undefined)
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
