import { Client } from 'pg'
import { connectionOf, type PoolSettings } from './open-pool'

/** One connection that lasts, and another in its place once it is lost. What it held is gone with it. */
export interface Session {
  /** Lends the connection as it is now, to one after another. Rejects when there is none to be had. */
  readonly use: <A>(work: (client: Client) => Promise<A>) => Promise<A>
  readonly close: () => Promise<void>
}

export const session = (settings: PoolSettings, url: string): Session => {
  let current: Promise<Client> | undefined
  let last: Promise<unknown> = Promise.resolve()
  const open = (): Promise<Client> => {
    const client = new Client(connectionOf(settings, url)).on('error', () => undefined)
    const connected = client.connect().then(() => client)
    const forget = (): void => {
      if (current === connected) current = undefined
    }
    client.once('end', forget)
    connected.catch(forget)
    return connected
  }
  return {
    use: (work) => {
      const turn = async () => work(await (current ??= open()))
      const done = last.then(turn, turn)
      last = done
      return done
    },
    close: async () => {
      const client = await current?.catch(() => undefined)
      await client?.end()
    },
  }
}
