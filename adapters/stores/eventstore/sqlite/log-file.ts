import { pipe } from 'fp-ts/function'
import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { nobodyHasOpen, openTruth, type Db } from '../../sqlite/open'
import type { Settings } from '../../sqlite/settings'
import { migrateLog } from './schema'

/** Where a log is, and how its file is opened. */
export interface LogFile {
  readonly file: string
  readonly settings: Settings
}

/**
 * Opens the file of a log for reading, makes it where there is none, and brings it to the newest version. While it is
 * open it cannot be opened as a log again, by this process or another.
 */
export const openForReading = ({ file, settings }: LogFile): E.Either<StoreUnavailable, Db> =>
  pipe(
    nobodyHasOpen(settings)(file),
    E.flatMap(() => openTruth(settings)(file)),
    E.flatMap((db) =>
      pipe(
        migrateLog(db),
        E.bimap(
          (failure) => {
            db.close()
            return failure
          },
          () => {
            db.pragma('query_only = on')
            return db
          },
        ),
      ),
    ),
  )
