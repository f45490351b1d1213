import type { Pool, PoolClient } from 'pg'
import { isOfTheMachine } from './failure'

/**
 * Lends a connection of the pool to a piece of work. One that failed as a whole is not given back: what state it is
 * in, nobody knows.
 */
export const withClient =
  (pool: Pool) =>
  async <A>(work: (client: PoolClient) => Promise<A>): Promise<A> => {
    const client = await pool.connect()
    // A connection in use tells of its loss to whoever waits for an answer; without a listener the process would end.
    const heard = (): void => undefined
    client.on('error', heard)
    let lost = false
    try {
      return await work(client)
    } catch (error) {
      lost = isOfTheMachine(error)
      throw error
    } finally {
      if (!lost) client.removeListener('error', heard)
      client.release(lost)
    }
  }
