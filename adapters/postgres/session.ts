import { Client } from 'pg'
import { connectionOf, type PoolSettings } from './open-pool'

/** One connection that lasts, and another in its place once it is lost. What it held is gone with it. */
export interface Session {
  /** The connection as it is now. Rejects when there is none to be had. */
  readonly client: () => Promise<Client>
  readonly close: () => Promise<void>
}

export const session = (settings: PoolSettings, url: string): Session => {
  let current: Promise<Client> | undefined
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
    client: () => (current ??= open()),
    close: async () => {
      const client = await current?.catch(() => undefined)
      await client?.end()
    },
  }
}
