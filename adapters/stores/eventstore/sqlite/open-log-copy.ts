import { existsSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import * as E from 'fp-ts/Either'
import type { EventPlace } from '../../../../domain/event/stream'
import type { RecordedEvent, StoreUnavailable } from '../../../../domain/ports/event-store'
import { removeFiles, sideFilesOf } from '../../sqlite/database-files'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { logCache } from './log-cache'
import { sqlitePageReader } from './sqlite-page-reader'

/** A copy of a log's file, for example in a backup. It is never written. */
export interface LogCopy {
  readonly eventAt: (place: Pick<EventPlace, 'stream' | 'revision'>) => Promise<RecordedEvent | undefined>
  readonly close: () => void
}

/** Opens a copy for reading, and leaves no file beside it that was not there before. */
export const openLogCopy = (file: string): E.Either<StoreUnavailable, LogCopy> =>
  E.tryCatch(() => {
    const newFiles = sideFilesOf(file).filter((side) => !existsSync(side))
    const db = new Database(file, { readonly: true, fileMustExist: true })
    const reader = sqlitePageReader(db, logCache(db))
    return {
      eventAt: async ({ stream, revision }) =>
        (await reader.streamPageForwards(stream, revision, 1)).find((event) => event.revision === revision),
      close: () => {
        db.close()
        removeFiles(newFiles)
      },
    }
  }, sqliteUnavailable)
