import { Client, type ClientConfig } from 'pg'
import { connectionOf, type PoolSettings } from './open-pool'

/**
 * One connection that lasts, and another in its place once it is lost. What it held is gone with it. It gives signs of
 * life: the server ends the session of a process that stands still, so that nobody waits for what that one holds.
 */
export interface Session {
  /** Lends the connection as it is now, to one after another. Rejects when there is none to be had. */
  readonly use: <A>(work: (client: Client) => Promise<A>) => Promise<A>
  /** Whether this is the connection still, and has given a sign of life so lately that the server keeps it for so many ms. */
  readonly keeps: (client: Client, ms: number) => boolean
  readonly close: () => Promise<void>
}

/** How long a session outlives its last sign of life, in ms. */
const usuallyStill = 10_000
const signsWithin = 4

const connectionEnding = (settings: PoolSettings, url: string, stillAtMost: number): ClientConfig => {
  const connection = connectionOf(settings, url)
  return { ...connection, options: `${connection.options ?? ''} -c idle_session_timeout=${String(stillAtMost)}` }
}

export const session = (settings: PoolSettings, url: string, stillAtMost = usuallyStill): Session => {
  let current: Promise<Client> | undefined
  let last: Promise<unknown> = Promise.resolve()
  let living: { readonly client: Client; readonly since: number } | undefined
  const lend = async <A>(connected: Promise<Client>, work: (client: Client) => Promise<A>): Promise<A> => {
    const client = await connected
    const since = performance.now()
    const done = await work(client)
    if (current === connected) living = { client, since }
    return done
  }
  const sign = (): void => {
    last = last.then(() => current && lend(current, (client) => client.query('SELECT'))).catch(() => undefined)
  }
  const open = (): Promise<Client> => {
    const client = new Client(connectionEnding(settings, url, stillAtMost)).on('error', () => undefined)
    const connected = client.connect().then(() => client)
    const signs = setInterval(sign, stillAtMost / signsWithin).unref()
    const forget = (): void => {
      clearInterval(signs)
      if (current === connected) current = living = undefined
    }
    client.once('end', forget)
    connected.catch(forget)
    return connected
  }
  return {
    use: (work) => {
      const turn = () => lend((current ??= open()), work)
      const done = last.then(turn, turn)
      last = done
      return done
    },
    keeps: (client, ms) => living?.client === client && performance.now() - living.since + ms < stillAtMost,
    close: async () => {
      const client = await current?.catch(() => undefined)
      await client?.end()
    },
  }
}
