import { either, option, task } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Checkpoints } from '../../../../domain/ports/checkpoints'
import type { EventStore, StoreUnavailable } from '../../../../domain/ports/event-store'
import { storeUnavailable } from '../../sqlite/failure'
import { groupCommit } from '../../sqlite/group-commit'
import { openTruth, type Db } from '../../sqlite/open'
import { forLog, type Settings } from '../../sqlite/settings'
import { immediately } from '../../sqlite/transaction'
import { wrongWith } from '../check-append'
import { positionOf } from '../position'
import { readingAll, readingStream, usualPageSize } from '../reading'
import { subscribing } from '../subscribing'
import { checkpointsOf } from './checkpoints'
import { headsOf } from './heads'
import { migrateLog } from './schema'
import { pagesOf } from './pages'
import { writerOf } from './writer'

/** One log, and how far its reactors have come, in one file. */
export interface SqliteLog {
  readonly events: EventStore
  readonly checkpoints: Checkpoints
}

const lastOf = (db: Db) => db.prepare<[], number>('SELECT max(position) FROM events WHERE true').pluck()

/** The write lock can be had, and the file be read. */
const healthOf =
  (db: Db): EventStore['health'] =>
  () =>
    Promise.resolve(
      either.tryCatch(() => {
        immediately(db)(() => void db.pragma('user_version'))
      }, storeUnavailable),
    )

const assemble = (db: Db): SqliteLog => {
  const heads = headsOf(db)
  const writer = writerOf(db, heads)
  const pages = pagesOf(db, heads)
  const subscriptions = subscribing(pages, usualPageSize)
  const commits = groupCommit({ committed: subscriptions.appended, undone: heads.forget })(db)
  const last = lastOf(db)
  const events: EventStore = {
    append: (stream, expected, appending) => () => {
      const wrong = wrongWith(expected, appending)
      return wrong === undefined
        ? commits.submit(() => writer.append(stream, expected, appending))
        : Promise.resolve(either.left(wrong))
    },
    readStream: readingStream(pages, usualPageSize),
    readAll: readingAll(pages, usualPageSize),
    subscribe: subscriptions.subscribe,
    head: () => Promise.resolve(pipe(option.fromNullable(last.get()), option.map(positionOf), option.toUndefined)),
    health: healthOf(db),
    close: task.fromIO(() => {
      commits.close()
      subscriptions.close()
      db.close()
    }),
  }
  return { events, checkpoints: checkpointsOf(db, commits.submit, writer) }
}

/** The log in an open file of truth, brought to the newest version. A failure leaves the file open. */
export const logIn = (db: Db): Either<StoreUnavailable, SqliteLog> =>
  pipe(
    migrateLog(db),
    either.chain(() => either.tryCatch(() => assemble(db), storeUnavailable)),
  )

/** Opens the file of one log, and makes it where there is none. While it is open nobody else can open it. */
export const openSqliteLog = (file: string, settings: Settings = forLog): Either<StoreUnavailable, SqliteLog> =>
  pipe(
    openTruth(settings)(file),
    either.chain((db) =>
      pipe(
        logIn(db),
        either.mapLeft((unavailable) => {
          db.close()
          return unavailable
        }),
      ),
    ),
  )
