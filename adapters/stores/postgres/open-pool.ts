import * as TE from 'fp-ts/TaskEither'
import { Pool, type ClientConfig, type PoolConfig } from 'pg'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { storeUnavailable } from './failure'
import { insist } from './insist'

/** How connections are made, besides what their URL says. */
export interface PoolSettings {
  /** The most connections at a time; whoever needs another waits in order. */
  readonly connections: number
  /** How long to wait for a connection, in ms. */
  readonly connectWithin: number
  /** How long a statement may take, in ms; the server gives it up, and the client a second later. */
  readonly answerWithin: number
}

export const usualPool: PoolSettings = { connections: 8, connectWithin: 5000, answerWithin: 15_000 }

/** For what goes over a whole table now and then, and nobody waits for. */
export const upkeepPool: PoolSettings = { ...usualPool, connections: 1, answerWithin: 30 * 60_000 }

/**
 * A holder whose machine has lost its power is noticed within half a minute, and what its session holds is let go. The
 * server asks for a sign of life; on a socket of the same machine it need not.
 */
const keepAlive = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3'

/** A process that stands still in the middle of a transaction keeps others waiting no longer than so many ms. */
const stillInTransaction = 10_000

/** How one connection is made. */
export const connectionOf = (settings: PoolSettings, url: string): ClientConfig => ({
  connectionString: url,
  connectionTimeoutMillis: settings.connectWithin,
  statement_timeout: settings.answerWithin,
  query_timeout: settings.answerWithin + 1000,
  idle_in_transaction_session_timeout: stillInTransaction,
  keepAlive: true,
  application_name: 'glemsom',
  options: keepAlive,
})

const configOf = (settings: PoolSettings, url: string): PoolConfig => ({
  ...connectionOf(settings, url),
  max: settings.connections,
  idleTimeoutMillis: 60_000,
  verify: (client, done) => void insist(client).then(() => done(), done),
})

/** A pool that has not asked for a connection yet. The loss of an idle one is no event: the next to ask gets another. */
export const makePool = (settings: PoolSettings, url: string): Pool =>
  new Pool(configOf(settings, url)).on('error', () => undefined)

/**
 * Opens connections to a database, TLS as the URL says (`sslmode`). Each is set up and asked whether it keeps what it
 * acknowledges. A pooler between that shares a session among clients (transaction mode) will not do: locks and
 * notifications belong to sessions.
 */
export const openPool =
  (settings: PoolSettings) =>
  (url: string): TE.TaskEither<StoreUnavailable, Pool> =>
    TE.tryCatch(async () => {
      const pool = makePool(settings, url)
      try {
        ;(await pool.connect()).release()
        return pool
      } catch (error) {
        await pool.end()
        throw error
      }
    }, storeUnavailable)
