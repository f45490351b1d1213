import { pipe } from 'fp-ts/function'
import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { requireDatabaseNotOpen, openDurableDatabase, type SqliteDatabase } from '../../sqlite/open-database'
import type { SqliteSettings } from '../../sqlite/sqlite-settings'
import { migrateLog } from './migrate-log-schema'

/** The file of a log, and the settings it is opened with. */
export interface LogFile {
  readonly file: string
  readonly settings: SqliteSettings
}

/**
 * Opens the file of a log, or makes it, and migrates it to the newest version. While it is open it cannot be opened as a
 * log again, also not by this process.
 */
export const openLogFile = ({ file, settings }: LogFile): E.Either<StoreUnavailable, SqliteDatabase> =>
  pipe(
    requireDatabaseNotOpen(settings)(file),
    E.flatMap(() => openDurableDatabase(settings)(file)),
    E.flatMap((db) =>
      pipe(
        migrateLog(db),
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
export const openLogForReading = (log: LogFile): E.Either<StoreUnavailable, SqliteDatabase> =>
  pipe(
    openLogFile(log),
    E.map((db) => {
      db.pragma('query_only = on')
      return db
    }),
  )
