import { pipe } from 'fp-ts/function'
import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { requireDatabaseNotOpen, openDurableDatabase, type SqliteDatabase } from '../../sqlite/open-sqlite-database'
import type { SqliteSettings } from '../../sqlite/sqlite-settings'
import { migrateSqliteLogSchema } from './migrate-log-schema'

/** The file of a log, and the settings it is opened with. */
export interface EventLogFile {
  readonly file: string
  readonly settings: SqliteSettings
}

/**
 * Opens the file of a log, or makes it, and migrates it to the newest version. While it is open it cannot be opened as a
 * log again, also not by this process.
 */
export const openEventLogFile = ({ file, settings }: EventLogFile): E.Either<StoreUnavailable, SqliteDatabase> =>
  pipe(
    requireDatabaseNotOpen(settings)(file),
    E.flatMap(() => openDurableDatabase(settings)(file)),
    E.flatMap((db) =>
      pipe(
        migrateSqliteLogSchema(db),
        E.bimap(
          (failure) => {
            db.close()
            return failure
          },
          () => db,
        ),
      ),
    ),
  )

/** The same, with a connection that cannot write. */
export const openLogForReading = (log: EventLogFile): E.Either<StoreUnavailable, SqliteDatabase> =>
  pipe(
    openEventLogFile(log),
    E.map((db) => {
      db.pragma('query_only = on')
      return db
    }),
  )
