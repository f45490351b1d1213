import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { connectionConfig, defaultPoolSettings } from '../../postgres/open-pool'

/** Ms between notifications by a timer: the server's notifications may be lost. */
const pollInterval = 1000

/** Called with the payload of a notification, or without one when a notification may have been missed. */
type Notify = (payload?: string) => void

interface AppendListener {
  readonly close: () => Promise<void>
}

/** Resolves when the connection is lost. It notifies once when it starts to listen, for what was missed until then. */
const listenOnce = async (
  channel: string,
  url: string,
  notify: Notify,
  onOpened: (client: Client) => void,
): Promise<void> => {
  const client = new Client(connectionConfig(defaultPoolSettings, url))
  const lost = new Promise<void>((resolveLost) => client.once('end', resolveLost).on('error', () => resolveLost()))
  onOpened(client)
  try {
    // When the client is closed while it connects, the promise of `connect` never settles.
    await Promise.race([client.connect(), lost])
    client.on('notification', ({ payload }) => notify(payload))
    await client.query(`LISTEN ${channel}`)
    notify()
    await lost
  } finally {
    await client.end()
  }
}

/** Calls `notify` with each notification of a channel, and every second, by a timer, without one. */
export const listenForAppends =
  (channel: string) =>
  (url: string, notify: Notify): AppendListener => {
    let current: Client | undefined
    const closing = new AbortController()
    const pollTimer = setInterval(() => notify(), pollInterval).unref()
    const keepListening = async (): Promise<void> => {
      while (!closing.signal.aborted) {
        await listenOnce(channel, url, notify, (client) => void (current = client)).catch(() => undefined)
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
