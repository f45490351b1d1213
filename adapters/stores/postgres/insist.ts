import type { PoolClient } from 'pg'
import { storeError } from '../store-error'

/** `jit` would compile each plan anew; the time zone is for whoever reads a lease by hand. */
const setUp = `SET synchronous_commit = on; SET default_transaction_isolation = 'read committed'; SET jit = off;
  SET TimeZone = 'UTC'`

const writesStatements = 'the server writes statements and their times into its own log'

/** What the server must be, and what to say when it is not. */
const wanted: ReadonlyArray<readonly [string, ReadonlyArray<string>, string]> = [
  ['synchronous_commit', ['on', 'remote_apply'], 'the server does not wait for its disk'],
  ['fsync', ['on'], 'the server does not wait for its disk'],
  ['full_page_writes', ['on'], 'the server could be left with half a page'],
  ['default_transaction_isolation', ['read committed'], 'transactions are isolated otherwise'],
  ['server_encoding', ['UTF8'], 'the database does not keep UTF-8'],
  ['track_commit_timestamp', ['off'], 'the server keeps a time for each transaction'],
  ['log_statement', ['none', 'ddl'], writesStatements],
  ['log_duration', ['off'], writesStatements],
  ['log_min_duration_statement', ['-1'], writesStatements],
  ['log_min_duration_sample', ['-1'], writesStatements],
  ['log_transaction_sample_rate', ['0'], writesStatements],
]

const asked = wanted.map(([name]) => `current_setting('${name}')`).join(', ')

/**
 * Sets up a new connection, and reads back what it depends on: once a commit has answered, what it wrote survives a
 * loss of power; and the server keeps no time of what is written. Rejects with an Error that is also StoreUnavailable.
 */
export const insist = async (client: PoolClient): Promise<void> => {
  await client.query(setUp)
  const { rows } = await client.query<string[]>({ text: `SELECT ${asked}`, rowMode: 'array' })
  wanted.forEach(([, values, reason], at) => {
    if (!values.includes(rows[0]?.[at] ?? '')) throw storeError({ _tag: 'StoreUnavailable', reason })
  })
}
