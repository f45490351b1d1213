import { setTimeout as pause } from 'node:timers/promises'
import { either } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Pool } from 'pg'
import type { EventStore, StoreUnavailable } from '../../../../domain/ports/event-store'
import { convertRejectionToStoreError, postgresUnavailable } from '../../postgres/postgres-failure'
import { defaultPoolSettings, type PoolSettings } from '../../postgres/open-pool'
import { openMigratedPool } from '../../postgres/open-migrated-pool'
import { countEventsAfterPositionBySequence } from '../count-events-after'
import { validateAppend } from '../validate-append'
import { greatestSequenceNumber, positionOfSequence } from '../sequence-position'
import { readAllInPages, readStreamInPages, defaultEventPageSize } from '../read-event-pages'
import { createLogSubscriptions, type ReadRetryPolicy } from '../log-subscriptions'
import { appendChannel, createAppendNotifier } from './append-notifier'
import { listenForAppends } from './listen-for-appends'
import { createPostgresPageReader } from './postgres-page-reader'
import { postgresLogSchema } from './postgres-log-schema'
import { createPostgresLogWriter } from './postgres-log-writer'
import { postgresEventShuffling } from './postgres-event-shuffling'
import { createShuffleDetectingReader } from './reads-with-last-shuffle'

const storeClosed: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'the store is closed' }

/** Subscriptions survive an outage of the server: they retry with pauses of up to two seconds. */
const retryWithPause: ReadRetryPolicy = (_, attempt) => pause(Math.min(50 * 2 ** attempt, 2000))

const headOf =
  (pool: Pool): EventStore['head'] =>
  async () => {
    const { rows } = await convertRejectionToStoreError(
      pool.query<{ readonly last: string | null }>(
        `SELECT max(position) AS last FROM log.events WHERE position BETWEEN 1 AND ${greatestSequenceNumber}`,
      ),
    )
    const last = rows[0]?.last ?? undefined
    return last === undefined ? undefined : positionOfSequence(Number(last))
  }

/** Right when the server answers and is not a standby. */
const healthOf = (pool: Pool): EventStore['health'] =>
  pipe(
    TE.tryCatch(
      () => pool.query<{ readonly standby: boolean }>('SELECT pg_is_in_recovery() AS standby'),
      postgresUnavailable,
    ),
    TE.filterOrElse(
      ({ rows }) => rows[0]?.standby === false,
      (): StoreUnavailable => ({ _tag: 'StoreUnavailable', reason: 'the server is a standby and takes no appends' }),
    ),
    TE.map(() => undefined),
  )

const createPostgresLog =
  (url: string) =>
  (pool: Pool): EventStore => {
    const pageReader = createPostgresPageReader(pool)
    const shuffles = createShuffleDetectingReader(pageReader)
    const subscriptions = createLogSubscriptions(shuffles, defaultEventPageSize, retryWithPause)
    const listener = listenForAppends(appendChannel)(url, () => subscriptions.notifyAppended())
    const notifier = createAppendNotifier(pool)
    const writer = createPostgresLogWriter(pool, () => {
      subscriptions.notifyAppended()
      notifier.notify()
    })
    let isOpen = true
    return {
      append: (stream, expected, events) => () => {
        const invalid = validateAppend(expected, events)
        return invalid === undefined
          ? writer.append({ stream, expected, events })
          : Promise.resolve(either.left(invalid))
      },
      readStream: readStreamInPages(pageReader, defaultEventPageSize),
      readAll: readAllInPages(shuffles.beginRead, defaultEventPageSize),
      subscribe: subscriptions.subscribe,
      eventsOutOfRange: pageReader.eventsOutOfRange,
      head: headOf(pool),
      countAfter: countEventsAfterPositionBySequence(headOf(pool)),
      shuffling: postgresEventShuffling(url, pool, shuffles.lastNoticed),
      health: () => (isOpen ? healthOf(pool)() : Promise.resolve(either.left(storeClosed))),
      close: async () => {
        if (!isOpen) return
        isOpen = false
        subscriptions.close()
        await Promise.all([writer.close(), listener.close()])
        await notifier.close()
        await pool.end()
      },
    }
  }

/**
 * Opens the log in a database; makes its schema if there is none and the role has the right to. A database holds one log.
 * Two logs on one server share its transaction counter and write-ahead log, so each needs a server of its own.
 *
 * Several processes may append at the same time; the server runs their transactions one after another. The server's
 * write-ahead log holds the time of each commit, so it must not be archived for ever.
 */
export const openPostgresLog = (
  url: string,
  settings: PoolSettings = defaultPoolSettings,
): TE.TaskEither<StoreUnavailable, EventStore> =>
  pipe(openMigratedPool(postgresLogSchema)(settings)(url), TE.map(createPostgresLog(url)))
