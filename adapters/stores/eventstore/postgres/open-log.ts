import { setTimeout as pause } from 'node:timers/promises'
import { either } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Pool } from 'pg'
import type { EventStore, StoreUnavailable } from '../../../../domain/ports/event-store'
import { orStoreError, storeUnavailable } from '../../postgres/failure'
import { usualPool, type PoolSettings } from '../../postgres/open-pool'
import { openSchema } from '../../postgres/open-schema'
import { wrongWith } from '../check-append'
import { positionOf } from '../position'
import { readingAll, readingStream, usualPageSize } from '../reading'
import { subscribing, type Patience } from '../subscribing'
import { listen } from './listener'
import { pagesOf } from './pages'
import { logSchema } from './schema'
import { writerOf } from './writer'

const closed: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'the store is closed' }

/** A subscription outlives the server: it waits, up to two seconds, and goes on from where it was. */
const waiting: Patience = (_, times) => pause(Math.min(50 * 2 ** times, 2000))

const headOf =
  (pool: Pool): EventStore['head'] =>
  async () => {
    const { rows } = await orStoreError(
      pool.query<{ readonly last: string | null }>('SELECT max(position) AS last FROM log.events'),
    )
    const last = rows[0]?.last ?? undefined
    return last === undefined ? undefined : positionOf(Number(last))
  }

/** The server answers, and is one that takes appends. */
const healthOf = (pool: Pool): EventStore['health'] =>
  pipe(
    TE.tryCatch(
      () => pool.query<{ readonly standby: boolean }>('SELECT pg_is_in_recovery() AS standby'),
      storeUnavailable,
    ),
    TE.filterOrElse(
      ({ rows }) => rows[0]?.standby === false,
      (): StoreUnavailable => ({ _tag: 'StoreUnavailable', reason: 'the server is a standby, which takes no appends' }),
    ),
    TE.map(() => undefined),
  )

const assemble =
  (url: string) =>
  (pool: Pool): EventStore => {
    const pages = pagesOf(pool)
    const subscriptions = subscribing(pages, usualPageSize, waiting)
    const listener = listen('glemsom_log')(url, () => subscriptions.appended())
    const writer = writerOf(pool, subscriptions.appended)
    let open = true
    return {
      append: (stream, expected, events) => () => {
        const wrong = wrongWith(expected, events)
        return wrong === undefined ? writer.append({ stream, expected, events }) : Promise.resolve(either.left(wrong))
      },
      readStream: readingStream(pages, usualPageSize),
      readAll: readingAll(pages, usualPageSize),
      subscribe: subscriptions.subscribe,
      head: headOf(pool),
      health: () => (open ? healthOf(pool)() : Promise.resolve(either.left(closed))),
      close: async () => {
        if (!open) return
        open = false
        subscriptions.close()
        await Promise.all([writer.close(), listener.close()])
        await pool.end()
      },
    }
  }

/**
 * Opens the log in a database, and makes it where there is none and the role may. One log a database; two logs on one
 * server share its counter of transactions and its write-ahead log, so each wants a server of its own.
 *
 * Several processes may append at a time: one transaction after another, whoever runs it. Besides its tables the server
 * keeps a write-ahead log, whose records of commits bear a time: it must not be archived for ever.
 */
export const openPostgresLog = (
  url: string,
  settings: PoolSettings = usualPool,
): TE.TaskEither<StoreUnavailable, EventStore> => pipe(openSchema(logSchema)(settings)(url), TE.map(assemble(url)))
