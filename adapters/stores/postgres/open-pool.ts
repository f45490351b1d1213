import * as TE from 'fp-ts/TaskEither'
import { Pool, type ClientConfig, type PoolConfig } from 'pg'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { postgresUnavailable } from './postgres-failure'
import { requireServerSettings } from './require-server-settings'

/** Settings of connections that are not in their URL. */
export interface PoolSettings {
  /** The most connections at a time; further callers queue. */
  readonly maxConnections: number
  /** How long to wait for a connection, in ms. */
  readonly connectTimeout: number
  /** How long a statement may take, in ms; then the server cancels it, and a second later the client gives up. */
  readonly statementTimeout: number
}

export const defaultPoolSettings: PoolSettings = { maxConnections: 8, connectTimeout: 5000, statementTimeout: 15_000 }

/** For rare background work on a whole table. */
export const maintenancePoolSettings: PoolSettings = {
  ...defaultPoolSettings,
  maxConnections: 1,
  statementTimeout: 30 * 60_000,
}

/**
 * TCP keepalives: when a client machine loses power, the server notices within half a minute and releases the locks of
 * its session. A Unix socket needs none.
 */
const keepAlive = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3'

/** After so many ms the server ends the session of a process that stalls within a transaction. */
const idleTransactionTimeout = 10_000

/** The configuration of one connection. */
export const connectionConfig = (settings: PoolSettings, url: string): ClientConfig => ({
  connectionString: url,
  connectionTimeoutMillis: settings.connectTimeout,
  statement_timeout: settings.statementTimeout,
  query_timeout: settings.statementTimeout + 1000,
  idle_in_transaction_session_timeout: idleTransactionTimeout,
  keepAlive: true,
  application_name: 'glemsom',
  options: keepAlive,
})

const poolConfig = (settings: PoolSettings, url: string): PoolConfig => ({
  ...connectionConfig(settings, url),
  max: settings.maxConnections,
  idleTimeoutMillis: 60_000,
  verify: (client, done) => void requireServerSettings(client).then(() => done(), done),
})

const ignoreError = (): void => undefined

/**
 * A pool without connections yet. The loss of an idle connection is ignored: the next caller gets a new one. A connection
 * that is lost while its settings are checked has no other listener, and its error event would end the process; the
 * check fails as well.
 */
export const createPostgresPool = (settings: PoolSettings, url: string): Pool =>
  new Pool(poolConfig(settings, url))
    .on('error', ignoreError)
    .on('connect', (client) => void client.on('error', ignoreError))

/**
 * Opens a pool of connections to a database, with TLS as the URL says (`sslmode`), and checks the server's settings on
 * each. A connection pooler in transaction mode does not work: locks and notifications belong to sessions.
 */
export const openPool =
  (settings: PoolSettings) =>
  (url: string): TE.TaskEither<StoreUnavailable, Pool> =>
    TE.tryCatch(async () => {
      const pool = createPostgresPool(settings, url)
      try {
        ;(await pool.connect()).release()
        return pool
      } catch (error) {
        await pool.end()
        throw error
      }
    }, postgresUnavailable)
