import type { PoolClient } from 'pg'
import { throwableStoreError } from '../throwable-store-error'

/** With `jit` the server would compile each plan again. The time zone is for people who read the lease table. */
const sessionSettings = `SET synchronous_commit = on; SET default_transaction_isolation = 'read committed'; SET jit = off;
  SET TimeZone = 'UTC'`

const logsStatements = 'the server writes statements and their times into its log file'

/** Setting, accepted values, and the reason to refuse other values. */
const requiredSettings: ReadonlyArray<readonly [string, ReadonlyArray<string>, string]> = [
  [
    'synchronous_commit',
    ['on', 'remote_apply'],
    'the server does not wait for its disk before it acknowledges a commit',
  ],
  ['fsync', ['on'], 'the server does not wait for its disk before it acknowledges a commit'],
  ['full_page_writes', ['on'], 'the server could lose data of a page in a loss of power'],
  ['default_transaction_isolation', ['read committed'], 'the isolation of transactions is not "read committed"'],
  ['server_encoding', ['UTF8'], 'the encoding of the database is not UTF-8'],
  ['track_commit_timestamp', ['off'], 'the server stores the time of each transaction'],
  ['log_statement', ['none', 'ddl'], logsStatements],
  ['log_duration', ['off'], logsStatements],
  ['log_min_duration_statement', ['-1'], logsStatements],
  ['log_min_duration_sample', ['-1'], logsStatements],
  ['log_transaction_sample_rate', ['0'], logsStatements],
]

const settingColumns = requiredSettings.map(([name]) => `current_setting('${name}')`).join(', ')

/**
 * Sets up a new connection and checks the server's settings: an acknowledged commit survives a loss of power, and the
 * server stores no time of what it writes. Rejects unsuitable settings with an Error that is also a StoreUnavailable.
 */
export const requireServerSettings = async (client: PoolClient): Promise<void> => {
  await client.query(sessionSettings)
  const { rows } = await client.query<string[]>({ text: `SELECT ${settingColumns}`, rowMode: 'array' })
  requiredSettings.forEach(([, values, reason], at) => {
    if (!values.includes(rows[0]?.[at] ?? '')) throw throwableStoreError({ _tag: 'StoreUnavailable', reason })
  })
}
