import type { RunId } from '../../../../domain/values/ids'
import type { ScheduleRowStore } from '../../../../retention/schedule/apply-schedule-change'
import type { UnfinishedErasureRun } from '../../../../retention/schedule/schedule'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { sqliteRefusedRunStore } from './sqlite-refused-run-store'
import { encodeScheduledScopeRow, scopeColumns } from './scheduled-scope-row'
import { createScopeRowFinder } from './scope-row-finder'
import { uuidToColumn } from './uuid-column'

const placeholders = scopeColumns.replaceAll(/\w+/g, '?')

/** The columns of a scope that can change. The event that names the scope fixes the others. */
const columnUpdates = [
  ...['clock', 'latest'].flatMap((clock) => ['by', 'on', 'trigger', 'position'].map((part) => `${clock}_${part}`)),
  'due_by',
  'due_on',
  'clock_known_since',
  'latest_known_since',
]
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')

/** Reads and writes the rows of the schedule for its fold, within a transaction. */
export const sqliteScheduleRows = (db: SqliteDatabase): Omit<ScheduleRowStore, 'lastClosing'> => {
  const { find: findRefusedRun, put: putRefusedRun } = sqliteRefusedRunStore(db)
  const findRun = db.prepare<[Buffer], Pick<UnfinishedErasureRun, 'log' | 'position'>>(
    'SELECT log, position FROM runs WHERE run = ?',
  )
  const put = db.prepare(
    `INSERT INTO scopes (${scopeColumns}) VALUES (${placeholders}) ON CONFLICT DO UPDATE SET ${columnUpdates}`,
  )
  const remove = db.prepare<[Buffer]>('DELETE FROM scopes WHERE scope = ?')
  const putDeclared = db.prepare(
    `INSERT OR REPLACE INTO declared_scopes (${scopeColumns}, run) VALUES (${placeholders}, ?)`,
  )
  const isErased = db.prepare('SELECT 1 FROM erased WHERE scope = ?')
  const begin = db.prepare('INSERT OR IGNORE INTO runs (run, log, position, recorded) VALUES (?, ?, ?, ?)')
  const setCertificate = db.prepare('UPDATE runs SET certificate = ? WHERE run = ? AND certificate IS NULL')
  const insertErased = db.prepare(
    'INSERT OR IGNORE INTO erased SELECT s.scope, r.number FROM declared_scopes s JOIN runs r ON r.run = s.run WHERE s.run = ?',
  )
  const addErasedCounts = db.prepare(
    `INSERT INTO erased_counts
     SELECT log, due_by, due_on, count(*) FROM declared_scopes WHERE run = ? AND due_by IS NOT NULL GROUP BY log, due_by, due_on
     ON CONFLICT DO UPDATE SET scopes = erased_counts.scopes + excluded.scopes`,
  )
  const deleteScopes = db.prepare('DELETE FROM declared_scopes WHERE run = ?')
  const note = db.prepare(
    `INSERT INTO closed VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET closed_on = excluded.closed_on, position = excluded.position
     WHERE excluded.closed_on > closed.closed_on`,
  )
  const insertLost = db.prepare<[Buffer]>('INSERT OR IGNORE INTO lost VALUES (?)')
  return {
    putLost: (scope) => void insertLost.run(uuidToColumn(scope)),
    get: createScopeRowFinder(db),
    put: (scope) => {
      if (scope.run === undefined) return void put.run(...encodeScheduledScopeRow(scope))
      remove.run(uuidToColumn(scope.scope))
      putDeclared.run(...encodeScheduledScopeRow(scope), uuidToColumn(scope.run))
    },
    isErased: (scope) => isErased.get(uuidToColumn(scope)) !== undefined,
    beginRun: ({ run, log, position, recorded }) => void begin.run(uuidToColumn(run), log, position, recorded),
    certifyRun: (run, certificate) => {
      const key = uuidToColumn(run)
      setCertificate.run(uuidToColumn(certificate), key)
      insertErased.run(key)
      addErasedCounts.run(key)
      deleteScopes.run(key)
    },
    findRun: (run: RunId) => findRun.get(uuidToColumn(run)),
    putRefusedRun,
    findRefusedRun,
    putClosing: ({ log, by, on, position }) => void note.run(log, by, on, position),
  }
}
