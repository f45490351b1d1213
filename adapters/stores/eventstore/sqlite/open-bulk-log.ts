import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { LogName } from '../../../../domain/event/stream'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { withCommitBeforeClose, type BulkFileCommits } from '../../sqlite/bulk/bulk-file-commits'
import { createBulkTransaction } from '../../sqlite/bulk/bulk-transaction'
import { createBulkWriter } from '../../sqlite/bulk/bulk-writer'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { addFileNameToError, sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { bulkLogSettings } from '../../sqlite/sqlite-settings'
import type { Writer } from '../../sqlite/writer-thread/serve-writer-requests'
import { openEventLogFile } from './event-log-file'
import type { LogProtocol } from './log-writer-protocol'
import { createEventLogWriter } from './event-log-writer'
import { createSqliteLogOnOpenFile, type SqliteLog } from './open-sqlite-log'

/**
 * An import makes most streams anew. Two more look-ups for each would read pages that are no longer in memory.
 */
const trustIndex = (): void => undefined

/** An import empties the write-ahead log often enough, and when it closes the file. */
const withoutTruncation = (writer: Writer<LogProtocol>): Writer<LogProtocol> => ({
  ...writer,
  operations: { ...writer.operations, truncate: () => true },
  outsideTransactions: new Set(),
})

const createBulkLog = (commits: BulkFileCommits, log: LogName, db: SqliteDatabase): SqliteLog => {
  const writer = withoutTruncation(createEventLogWriter(db, trustIndex))
  const transaction = createBulkTransaction(db, writer.rolledBack, commits.reportFailure)
  commits.addLog(log, transaction)
  const { events, checkpoints } = createSqliteLogOnOpenFile(
    db,
    createBulkWriter(writer, transaction, {
      beforeRequest: () => commits.commitOtherLog(log),
      commitAll: commits.commitAll,
      durableRequests: new Set(),
    }),
  )
  return { events: withCommitBeforeClose(commits, events), checkpoints }
}

/**
 * Opens the file of one log for writing in bulk, or makes it. An append is answered before it is durable, and becomes
 * durable with the next commit. While the log is open nobody else can open its file.
 */
export const openBulkLog =
  (commits: BulkFileCommits) =>
  (log: LogName, file: string): E.Either<StoreUnavailable, SqliteLog> =>
    pipe(
      openEventLogFile({ file, settings: bulkLogSettings }),
      E.flatMap((db) => E.tryCatch(() => createBulkLog(commits, log, db), sqliteUnavailable)),
      E.mapLeft(addFileNameToError(file)),
    )
