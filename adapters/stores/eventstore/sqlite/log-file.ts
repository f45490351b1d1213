import { pipe } from 'fp-ts/function'
import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { openTruth, type Db } from '../../sqlite/open'
import type { Settings } from '../../sqlite/settings'
import { migrateLog } from './schema'

/** Where a log is, and how its file is opened. */
export interface LogFile {
  readonly file: string
  readonly settings: Settings
}

/** Makes the file where there is none, and brings it to the newest version, alone with it: nobody else may have it open. */
const prepare = ({ file, settings }: LogFile): E.Either<StoreUnavailable, void> =>
  pipe(
    openTruth({ ...settings, locking: 'exclusive' })(file),
    E.flatMap((db) => {
      const migrated = migrateLog(db)
      db.close()
      return migrated
    }),
    E.map(() => undefined),
  )

/**
 * Opens the file of a log for reading. While it is open it cannot be opened as a log again, by this process or another.
 */
export const openForReading = (log: LogFile): E.Either<StoreUnavailable, Db> =>
  pipe(
    prepare(log),
    E.flatMap(() => openTruth(log.settings)(log.file)),
    E.map((db) => {
      db.pragma('query_only = on')
      return db
    }),
  )
