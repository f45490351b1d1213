import { Client, type ClientConfig } from 'pg'
import { connectionConfig, type PoolSettings } from './open-pool'

/**
 * One connection that stays open; after a loss the next use opens a new one, without the locks of the old. It sends
 * heartbeats: the server ends the session of a process that stalls, which releases its locks.
 */
export interface LongLivedSession {
  /** Runs work on the current connection, one call after another. Rejects when no connection can be opened, or after `close`. */
  readonly use: <A>(work: (client: Client) => Promise<A>) => Promise<A>
  /** Whether this is still the current connection, and its last heartbeat is so recent that it stays open for `ms` more. */
  readonly staysOpenFor: (client: Client, ms: number) => boolean
  readonly close: () => Promise<void>
}

/** Ms after which the server ends an idle session. */
const defaultIdleTimeout = 10_000
const heartbeatsPerTimeout = 4

const configWithIdleTimeout = (settings: PoolSettings, url: string, idleTimeout: number): ClientConfig => {
  const connection = connectionConfig(settings, url)
  return { ...connection, options: `${connection.options ?? ''} -c idle_session_timeout=${String(idleTimeout)}` }
}

export const createLongLivedPostgresSession = (
  settings: PoolSettings,
  url: string,
  idleTimeout = defaultIdleTimeout,
): LongLivedSession => {
  let current: Promise<Client> | undefined
  let lastUse: Promise<unknown> = Promise.resolve()
  let isClosed = false
  let lastAlive: { readonly client: Client; readonly at: number } | undefined
  const runOn = async <A>(connected: Promise<Client>, work: (client: Client) => Promise<A>): Promise<A> => {
    const client = await connected
    const at = performance.now()
    const result = await work(client)
    if (current === connected) lastAlive = { client, at }
    return result
  }
  const sendHeartbeat = (): void => {
    lastUse = lastUse.then(() => current && runOn(current, (client) => client.query('SELECT'))).catch(() => undefined)
  }
  const connect = (): Promise<Client> => {
    const client = new Client(configWithIdleTimeout(settings, url, idleTimeout)).on('error', () => undefined)
    const connected = client.connect().then(() => client)
    const heartbeat = setInterval(sendHeartbeat, idleTimeout / heartbeatsPerTimeout).unref()
    const clearCurrent = (): void => {
      clearInterval(heartbeat)
      if (current === connected) current = lastAlive = undefined
    }
    client.once('end', clearCurrent)
    connected.catch(clearCurrent)
    return connected
  }
  return {
    use: (work) => {
      const runNext = () =>
        isClosed ? Promise.reject(new Error('the session is closed')) : runOn((current ??= connect()), work)
      const result = lastUse.then(runNext, runNext)
      lastUse = result
      return result
    },
    staysOpenFor: (client, ms) => lastAlive?.client === client && performance.now() - lastAlive.at + ms < idleTimeout,
    close: async () => {
      isClosed = true
      const client = await current?.catch(() => undefined)
      await client?.end()
    },
  }
}
