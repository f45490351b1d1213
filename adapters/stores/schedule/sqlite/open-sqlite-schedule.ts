import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { logNames } from '../../../../domain/event/stream'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { applyScheduleChange, type ScheduleRows } from '../../../../retention/schedule/apply-schedule-change'
import type { Schedule } from '../../../../retention/schedule/schedule'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { deferredCommits } from '../../sqlite/deferred-commits'
import { lazyTransaction } from '../../sqlite/lazy-transaction'
import { migrateSqliteSchema } from '../../sqlite/migrate-sqlite-schema'
import { openDisposableDatabase, type Db } from '../../sqlite/open-database'
import { writeAheadLog } from '../../sqlite/write-ahead-log'
import { disposableSettings, type SqliteSettings } from '../../sqlite/sqlite-settings'
import { bufferedScheduleRows } from './buffered-schedule-rows'
import { earliestDueTimes } from './earliest-due-times'
import { endedScopeCache } from './ended-scope-cache'
import { lastClosingCache } from './last-closing-cache'
import { scheduleCheckpoints } from './schedule-checkpoints'
import { earliestDueTimeIn, scopeLookups, scheduleQueries } from './schedule-queries'
import { scheduleTables } from './schedule-tables'
import { sqliteScheduleRows } from './sqlite-schedule-rows'

const createSchedule = (db: Db, maxBytesInMemory: number): Schedule => {
  const lookups = scopeLookups(db)
  const cache = endedScopeCache(lookups.isEnded)
  const tableRows = sqliteScheduleRows(db)
  const earliest = earliestDueTimes(earliestDueTimeIn(db))
  const queries = scheduleQueries(db, earliest)
  const closings = lastClosingCache(queries.lastClosing)
  const rowsWithCache: ScheduleRows = {
    ...tableRows,
    put: (scope) => {
      tableRows.put(scope)
      // A scope with a certificate has no row, so a row with a run means that the scope has ended.
      cache.set(scope.scope, scope.run !== undefined)
      earliest.scopeWritten(scope)
    },
    putClosing: (closing) => {
      tableRows.putClosing(closing)
      closings.clear()
    },
    certifyRun: (run, certificate) => {
      tableRows.certifyRun(run, certificate)
      earliest.clear()
    },
  }
  const checkpoints = scheduleCheckpoints(db)
  const walFile = writeAheadLog(db)
  const transaction = lazyTransaction(db, {
    beforeBegin: walFile.finish,
    beforeCommit: checkpoints.save,
    afterRollback: () => {
      cache.clear()
      earliest.clear()
      closings.clear()
      checkpoints.reload()
    },
  })
  const holdsRows = logNames.some((log) => checkpoints.get(log) !== undefined)
  const deferred = deferredCommits(db, maxBytesInMemory, holdsRows)
  return {
    position: checkpoints.get,
    apply: (log, position, entries) => {
      try {
        transaction.begin()
        const rows = bufferedScheduleRows(rowsWithCache)
        entries.forEach(applyScheduleChange(rows))
        rows.flush()
        checkpoints.set(log, position)
      } catch (error) {
        transaction.rollback()
        throw error
      }
    },
    commit: () => {
      if (deferred.mayWait()) return
      try {
        transaction.commit()
        deferred.written()
        walFile.committed()
      } catch {
        transaction.rollback()
      }
    },
    settled: walFile.settled,
    ...lookups,
    isEnded: cache.hasEnded,
    ...queries,
    lastClosing: closings.lastClosing,
    close: () => {
      transaction.commit()
      walFile.close()
    },
    closeWithoutCommit: () => {
      transaction.rollback()
      walFile.close()
    },
  }
}

/**
 * Opens the schedule in an encrypted file that can be rebuilt from the logs. `key` is 32 bytes; a file with another key
 * is StoreUnavailable. The rows of a new file wait in memory until it is closed, while they need at most
 * `maxBytesInMemory`.
 */
export const openSqliteSchedule =
  (key: Uint8Array, settings: SqliteSettings = disposableSettings, maxBytesInMemory = 0) =>
  (file: string): E.Either<StoreUnavailable, Schedule> =>
    pipe(
      openDisposableDatabase(key)(settings)(file),
      E.flatMap(migrateSqliteSchema([scheduleTables])),
      E.flatMap((db) => E.tryCatch(() => createSchedule(db, maxBytesInMemory), sqliteUnavailable)),
    )
