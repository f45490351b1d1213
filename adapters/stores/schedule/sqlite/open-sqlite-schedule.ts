import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { logNames } from '../../../../domain/event/stream'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { applyScheduleChange, type ScheduleRowStore } from '../../../../retention/schedule/apply-schedule-change'
import type { Schedule } from '../../../../retention/schedule/schedule'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import {
  createDelayedCommitTransaction,
  commitPolicyOfDurableLogs,
  type CommitPolicy,
} from '../../sqlite/delayed-commit-transaction'
import { migrateSqliteSchema } from '../../sqlite/migrate-sqlite-schema'
import { openDisposableDatabase, type SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { openWriteAheadLog } from '../../sqlite/open-write-ahead-log'
import { disposableDatabaseSettings, type SqliteSettings } from '../../sqlite/sqlite-settings'
import { createBufferedScheduleRows } from './buffered-schedule-rows'
import { createEarliestDueTimeCache } from './earliest-due-time-cache'
import { createEndedScopeCache } from './ended-scope-cache'
import { createLastClosingCache } from './last-closing-cache'
import { createScheduleCheckpoints } from './schedule-checkpoints'
import { earliestDueTimeIn, scheduleLookupsByScope, prepareScheduleQueries } from './prepare-schedule-queries'
import {
  createScheduleTablesSql,
  addDeclaredScopesToScheduleSql,
  addKnownSinceToScheduleSql,
  addLostScopesToScheduleSql,
  removeOrderOfPersonsFromScheduleSql,
  addRefusedRunsToScheduleSql,
} from './schedule-tables-sql'
import { sqliteScheduleRows } from './sqlite-schedule-rows'

const createSchedule = (db: SqliteDatabase, policy: CommitPolicy): Schedule => {
  const lookups = scheduleLookupsByScope(db)
  const cache = createEndedScopeCache(lookups.isEnded)
  const tableRows = sqliteScheduleRows(db)
  const earliest = createEarliestDueTimeCache(earliestDueTimeIn(db))
  const queries = prepareScheduleQueries(db, earliest)
  const closings = createLastClosingCache(queries.lastClosing)
  const rowsWithCache: ScheduleRowStore = {
    ...tableRows,
    lastClosing: closings.lastClosing,
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
  const checkpoints = createScheduleCheckpoints(db)
  const walFile = openWriteAheadLog(db)
  const holdsRows = logNames.some((log) => checkpoints.get(log) !== undefined)
  const transaction = createDelayedCommitTransaction(db, policy, holdsRows, {
    beforeBegin: walFile.finish,
    beforeCommit: checkpoints.save,
    afterRollback: () => {
      cache.clear()
      earliest.clear()
      closings.clear()
      checkpoints.reload()
    },
  })
  /** Answers whether the changes were committed. Those that were not are made again from the logs. */
  const commitOrRollBack = (): boolean => {
    try {
      transaction.commit()
      return true
    } catch {
      transaction.rollback()
      return false
    }
  }
  return {
    position: checkpoints.get,
    apply: (log, position, entries) => {
      try {
        transaction.begin()
        const rows = createBufferedScheduleRows(rowsWithCache)
        entries.forEach(applyScheduleChange(rows))
        rows.flush()
        checkpoints.set(log, position)
      } catch (error) {
        transaction.rollback()
        throw error
      }
    },
    commit: () => {
      if (transaction.mayWait()) return
      if (commitOrRollBack()) walFile.committed()
    },
    settled: walFile.settled,
    ...lookups,
    isEnded: cache.hasEnded,
    ...queries,
    lastClosing: closings.lastClosing,
    close: () => {
      try {
        commitOrRollBack()
      } finally {
        walFile.close()
      }
    },
  }
}

/**
 * Opens the schedule in an encrypted file that can be rebuilt from the logs. `key` is 32 bytes; a file with another key
 * is StoreUnavailable. `policy` says when it is committed with regard to the logs.
 */
export const openSqliteSchedule =
  (key: Uint8Array, settings: SqliteSettings = disposableDatabaseSettings, policy = commitPolicyOfDurableLogs) =>
  (file: string): E.Either<StoreUnavailable, Schedule> =>
    pipe(
      openDisposableDatabase(key)(settings)(file),
      E.flatMap(
        migrateSqliteSchema([
          createScheduleTablesSql,
          addKnownSinceToScheduleSql,
          addRefusedRunsToScheduleSql,
          addLostScopesToScheduleSql,
          removeOrderOfPersonsFromScheduleSql,
          addDeclaredScopesToScheduleSql,
        ]),
      ),
      E.flatMap((db) => E.tryCatch(() => createSchedule(db, policy), sqliteUnavailable)),
    )
