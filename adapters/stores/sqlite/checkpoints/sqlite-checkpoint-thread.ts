import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { overwriteFreedMemory } from '../../../system/memory/overwrite-freed-memory'
import { openDurableDatabase, type SqliteDatabase } from '../open-sqlite-database'
import { sqliteUnavailable } from '../sqlite-failure'
import {
  serveThreadRequestsAsynchronously,
  type AsyncThreadOperations,
} from '../writer-thread/serve-thread-requests-asynchronously'
import { checkpointDatabaseWithoutBlockingWriter } from './checkpoint-database-without-blocking-writer'
import type { FilesToCheckpoint, FileCheckpointThreadProtocol } from './file-checkpoint-thread-protocol'

const openFile =
  ({ settings }: FilesToCheckpoint) =>
  (file: string): E.Either<StoreUnavailable, SqliteDatabase> =>
    E.map((db: SqliteDatabase) => {
      db.pragma('query_only = on')
      return db
    })(openDurableDatabase(settings)(file))

const checkpointAll = (files: ReadonlyArray<SqliteDatabase>): E.Either<StoreUnavailable, undefined> =>
  E.tryCatch((): undefined => {
    for (const db of files) checkpointDatabaseWithoutBlockingWriter(db)
    return undefined
  }, sqliteUnavailable)

const operationsOn = (
  opened: E.Either<StoreUnavailable, ReadonlyArray<SqliteDatabase>>,
): AsyncThreadOperations<FileCheckpointThreadProtocol> => ({
  operations: { checkpoint: () => Promise.resolve(pipe(opened, E.flatMap(checkpointAll))) },
  close: () => {
    if (E.isRight(opened)) for (const db of opened.right) db.close()
    overwriteFreedMemory()
    return Promise.resolve()
  },
})

/**
 * Runs on its own thread, so that no command waits for a checkpoint. Tests wait for its end, because they run another
 * file on the same thread.
 */
export const ended: Promise<void> = serveThreadRequestsAsynchronously((opened: FilesToCheckpoint) =>
  operationsOn(E.traverseArray(openFile(opened))(opened.files)),
)
