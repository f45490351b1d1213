import * as TE from 'fp-ts/TaskEither'
import { Pool, type PoolConfig } from 'pg'
import type { StoreUnavailable } from '../../domain/ports/event-store'
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

/**
 * A holder whose machine has lost its power is noticed within half a minute, and what its session holds is let go. The
 * server asks for a sign of life; on a socket of the same machine it need not.
 */
const keepAlive = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3'

const configOf = (url: string, settings: PoolSettings): PoolConfig => ({
  connectionString: url,
  max: settings.connections,
  connectionTimeoutMillis: settings.connectWithin,
  statement_timeout: settings.answerWithin,
  query_timeout: settings.answerWithin + 1000,
  idleTimeoutMillis: 60_000,
  keepAlive: true,
  application_name: 'glemsom',
  options: keepAlive,
  verify: (client, done) => void insist(client).then(() => done(), done),
})

/** A pool that has not asked for a connection yet. The loss of an idle one is no event: the next to ask gets another. */
export const makePool = (settings: PoolSettings, url: string): Pool =>
  new Pool(configOf(url, settings)).on('error', () => undefined)

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
