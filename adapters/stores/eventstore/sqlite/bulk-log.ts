import { either, option, task } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { LogName } from '../../../../domain/event/stream'
import type { EventStore, StoreUnavailable } from '../../../../domain/ports/event-store'
import type { BulkOrder } from '../../sqlite/bulk-order'
import { bulkTransaction } from '../../sqlite/bulk-transaction'
import { storeUnavailable } from '../../sqlite/failure'
import type { Submit } from '../../sqlite/group-commit'
import { openTruth, type Db } from '../../sqlite/open'
import { forLogInBulk } from '../../sqlite/settings'
import { wrongWith } from '../check-append'
import { positionOf } from '../position'
import { readingAll, readingStream, usualPageSize } from '../reading'
import { subscribing } from '../subscribing'
import { checkpointsOf } from './checkpoints'
import { headsOf } from './heads'
import { pagesOf } from './pages'
import { migrateLog } from './schema'
import type { SqliteLog } from './store'
import { writerOf } from './writer'

/** The file can be read. */
const healthOf =
  (db: Db): EventStore['health'] =>
  () =>
    Promise.resolve(either.tryCatch(() => void db.pragma('user_version'), storeUnavailable))

const assemble = (order: BulkOrder, log: LogName, db: Db): SqliteLog => {
  const heads = headsOf(db)
  const writer = writerOf(db, heads)
  const pages = pagesOf(db, heads)
  const subscriptions = subscribing(pages, usualPageSize)
  const transaction = bulkTransaction({ done: subscriptions.appended, undone: heads.forget })(db)
  order.logIs(log, transaction)
  const submit: Submit = (work) => {
    const ready = order.beforeWritingTo(log)
    return either.isLeft(ready) ? Promise.resolve(ready) : transaction.submit(work)
  }
  const last = (): number | undefined => heads.lastPlace() || undefined
  const events: EventStore = {
    append: (stream, expected, appending) => () => {
      const wrong = wrongWith(expected, appending)
      return wrong === undefined
        ? submit(() => writer.append(stream, expected, appending))
        : Promise.resolve(either.left(wrong))
    },
    readStream: readingStream(pages, usualPageSize),
    readAll: readingAll(pages, usualPageSize),
    subscribe: subscriptions.subscribe,
    head: () => Promise.resolve(pipe(option.fromNullable(last()), option.map(positionOf), option.toUndefined)),
    health: healthOf(db),
    close: task.fromIO(() => {
      order.flush()
      subscriptions.close()
      db.close()
    }),
  }
  return { events, checkpoints: checkpointsOf(db, submit, writer) }
}

/**
 * Opens the file of one log for writing in bulk: an append answers before it is durable, and is so with the next flush
 * of the order. While it is open nobody else can open it.
 */
export const openBulkLog =
  (order: BulkOrder) =>
  (log: LogName, file: string): Either<StoreUnavailable, SqliteLog> =>
    pipe(
      openTruth(forLogInBulk)(file),
      either.chain((db) =>
        pipe(
          migrateLog(db),
          either.chain(() => either.tryCatch(() => assemble(order, log, db), storeUnavailable)),
          either.mapLeft((unavailable) => {
            db.close()
            return unavailable
          }),
        ),
      ),
    )
