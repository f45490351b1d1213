import type { Pool, PoolClient } from 'pg'
import { isPostgresSystemFailure } from './postgres-failure'

/**
 * Runs work with a connection of the pool. After a failure of the server or the network the connection does not go back
 * to the pool: its state is unknown.
 */
export const withPoolClient =
  (pool: Pool) =>
  async <A>(work: (client: PoolClient) => Promise<A>): Promise<A> => {
    const client = await pool.connect()
    // The pending query rejects as well; without this listener the error event would end the process.
    const ignoreError = (): void => undefined
    client.on('error', ignoreError)
    let isBroken = false
    try {
      return await work(client)
    } catch (error) {
      isBroken = isPostgresSystemFailure(error)
      throw error
    } finally {
      if (!isBroken) client.removeListener('error', ignoreError)
      client.release(isBroken)
    }
  }
