import { either, option, task } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { ReactorCheckpoints } from '../../../../domain/ports/reactor-checkpoints'
import type { EventStore, StoreUnavailable } from '../../../../domain/ports/event-store'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { groupCommit } from '../../sqlite/group-commit'
import { openDurableDatabase, type Db } from '../../sqlite/open-database'
import { logSettings, type SqliteSettings } from '../../sqlite/sqlite-settings'
import { inImmediateTransaction } from '../../sqlite/immediate-transaction'
import { validateAppend } from '../validate-append'
import { positionOfSequence } from '../sequence-position'
import { readAllInPages, readStreamInPages, defaultPageSize } from '../read-in-pages'
import { logSubscriptions } from '../log-subscriptions'
import { sqliteCheckpoints } from './sqlite-checkpoints'
import { streamHeads } from './stream-heads'
import { migrateLog } from './migrate-log-schema'
import { sqlitePageReader } from './sqlite-page-reader'
import { sqliteLogWriter } from './sqlite-log-writer'

/** A log and the checkpoints of its reactors in one file. */
export interface SqliteLog {
  readonly events: EventStore
  readonly checkpoints: ReactorCheckpoints
}

const lastPositionStatement = (db: Db) => db.prepare<[], number>('SELECT max(position) FROM events WHERE true').pluck()

/** Right when the write lock can be taken and the file can be read. */
const healthOf =
  (db: Db): EventStore['health'] =>
  () =>
    Promise.resolve(
      either.tryCatch(() => {
        inImmediateTransaction(db)(() => void db.pragma('user_version'))
      }, sqliteUnavailable),
    )

const createSqliteLog = (db: Db): SqliteLog => {
  const heads = streamHeads(db)
  const writer = sqliteLogWriter(db, heads)
  const pageReader = sqlitePageReader(db, heads)
  const subscriptions = logSubscriptions(pageReader, defaultPageSize)
  const commits = groupCommit({ committed: subscriptions.notifyAppended, rolledBack: heads.clear })(db)
  const last = lastPositionStatement(db)
  const events: EventStore = {
    append: (stream, expected, newEvents) => () => {
      const invalid = validateAppend(expected, newEvents)
      return invalid === undefined
        ? commits.submit(() => writer.append(stream, expected, newEvents))
        : Promise.resolve(either.left(invalid))
    },
    readStream: readStreamInPages(pageReader, defaultPageSize),
    readAll: readAllInPages(pageReader, defaultPageSize),
    subscribe: subscriptions.subscribe,
    head: () =>
      Promise.resolve(pipe(option.fromNullable(last.get()), option.map(positionOfSequence), option.toUndefined)),
    health: healthOf(db),
    close: task.fromIO(() => {
      commits.close()
      subscriptions.close()
      db.close()
    }),
  }
  return { events, checkpoints: sqliteCheckpoints(db, commits.submit, writer) }
}

/** The log in an open file, migrated to the newest version. A failure leaves the file open. */
export const openLogInDatabase = (db: Db): Either<StoreUnavailable, SqliteLog> =>
  pipe(
    migrateLog(db),
    either.chain(() => either.tryCatch(() => createSqliteLog(db), sqliteUnavailable)),
  )

/** Opens the file of one log, or makes it. It is locked for other processes while it is open. */
export const openSqliteLog = (
  file: string,
  settings: SqliteSettings = logSettings,
): Either<StoreUnavailable, SqliteLog> =>
  pipe(
    openDurableDatabase(settings)(file),
    either.chain((db) =>
      pipe(
        openLogInDatabase(db),
        either.mapLeft((unavailable) => {
          db.close()
          return unavailable
        }),
      ),
    ),
  )
