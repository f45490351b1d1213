import { existsSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import * as E from 'fp-ts/Either'
import type { EventAddress, StreamName } from '../../../../domain/event/stream'
import type { RecordedEvent, Revision, StoreUnavailable } from '../../../../domain/ports/event-store'
import { removeFiles, sideFilesOf } from '../../sqlite/sqlite-file-removal'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { createLogCache } from './log-cache'
import { createSqlitePageReader, eventReaderWithoutIndexes } from './sqlite-page-reader'

/** A copy of a log's file, for example in a backup. It is never written. */
export interface LogCopy {
  readonly eventAt: (place: Pick<EventAddress, 'stream' | 'revision'>) => Promise<RecordedEvent | undefined>
  readonly close: () => void
}

/** Opens a copy for reading, and leaves no file beside it that was not there before. */
export const openLogCopy = (file: string): E.Either<StoreUnavailable, LogCopy> =>
  E.tryCatch(() => {
    const newFiles = sideFilesOf(file).filter((side) => !existsSync(side))
    const db = new Database(file, { readonly: true, fileMustExist: true })
    const reader = createSqlitePageReader(db, createLogCache(db))
    const findInTables = eventReaderWithoutIndexes(db)
    const findByIndex = async (stream: StreamName, revision: Revision): Promise<RecordedEvent | undefined> =>
      (await reader.streamPageForwards(stream, revision, 1)).find((event) => event.revision === revision)
    return {
      // Nobody has checked the file: its indexes may hide what its tables have.
      eventAt: async ({ stream, revision }) =>
        (await findByIndex(stream, revision).catch(() => undefined)) ?? findInTables(stream, revision),
      close: () => {
        db.close()
        removeFiles(newFiles)
      },
    }
  }, sqliteUnavailable)
