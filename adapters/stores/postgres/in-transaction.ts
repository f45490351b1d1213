import type { Pool, PoolClient } from 'pg'
import { withClient } from './with-client'

/** Runs work in a transaction: all of it is kept, or, when it rejects, nothing. */
export const inTransaction =
  (pool: Pool) =>
  <A>(work: (client: PoolClient) => Promise<A>): Promise<A> =>
    withClient(pool)(async (client) => {
      await client.query('BEGIN')
      try {
        const result = await work(client)
        await client.query('COMMIT')
        return result
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined)
        throw error
      }
    })
