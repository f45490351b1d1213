import type { Pool, PoolClient } from 'pg'
import { withPoolClient } from './with-pool-client'

/** Runs work in a transaction: commits when it resolves, and rolls back when it rejects. */
export const inTransaction =
  (pool: Pool) =>
  <A>(work: (client: PoolClient) => Promise<A>): Promise<A> =>
    withPoolClient(pool)(async (client) => {
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
