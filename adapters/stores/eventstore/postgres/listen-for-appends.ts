import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { connectionConfig, defaultPoolSettings } from '../../postgres/open-pool'

/** Ms between notifications by a timer: the server's notifications may be lost. */
const pollInterval = 1000

export interface AppendListener {
  readonly close: () => Promise<void>
}

/** Resolves when the connection is lost. It notifies once when it starts to listen, for appends missed until then. */
const listenOnce = async (url: string, notify: () => void, onOpened: (client: Client) => void): Promise<void> => {
  const client = new Client(connectionConfig(defaultPoolSettings, url))
  const lost = new Promise<void>((resolveLost) => client.once('end', resolveLost).on('error', () => resolveLost()))
  onOpened(client)
  try {
    // When the client is closed while it connects, the promise of `connect` never settles.
    await Promise.race([client.connect(), lost])
    client.on('notification', notify)
    await client.query('LISTEN glemsom_log')
    notify()
    await lost
  } finally {
    await client.end()
  }
}

/** Calls `notify` when any process has appended to the log (the server notifies), and every second by a timer. */
export const listenForAppends = (url: string, notify: () => void): AppendListener => {
  let current: Client | undefined
  const closing = new AbortController()
  const pollTimer = setInterval(notify, pollInterval).unref()
  const keepListening = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await listenOnce(url, notify, (client) => void (current = client)).catch(() => undefined)
      await pause(pollInterval, undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }
  const running = keepListening()
  return {
    close: async () => {
      clearInterval(pollTimer)
      closing.abort()
      await current?.end()
      await running
    },
  }
}
