import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migrateSqliteSchema } from '../../../../adapters/stores/sqlite/migrate-sqlite-schema'
import { openDisposableDatabase } from '../../../../adapters/stores/sqlite/open-sqlite-database'
import { disposableDatabaseSettings } from '../../../../adapters/stores/sqlite/sqlite-settings'
import { openSqliteSchedule } from '../../../../adapters/stores/schedule/sqlite/open-sqlite-schedule'
import {
  createScheduleTablesSql,
  addKnownSinceToScheduleSql,
  addLostScopesToScheduleSql,
  removeOrderOfPersonsFromScheduleSql,
  addRefusedRunsToScheduleSql,
} from '../../../../adapters/stores/schedule/sqlite/schedule-tables-sql'
import { uuidToColumn } from '../../../../adapters/stores/schedule/sqlite/uuid-column'
import type { EventId, RunId, ScopeId } from '../../../../domain/values/ids'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const folder = mkdtempSync(path.join(tmpdir(), 'older-schedule-'))
const file = path.join(folder, 'schedule.db')
const key = Buffer.alloc(32, 5)
afterAll(() => rmSync(folder, { recursive: true }))

const [waiting, declared] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'] as const
const event = '00000000-0000-4000-8000-00000000000c' as EventId
const run = '00000000-0000-4000-8000-00000000000d' as RunId

/** A schedule of the version before the declared scopes had a table: the row of a declared scope names its run. */
const makeOlderSchedule = (): void => {
  const db = rightOrThrow(openDisposableDatabase(key)(disposableDatabaseSettings)(file))
  rightOrThrow(
    migrateSqliteSchema([
      createScheduleTablesSql,
      addKnownSinceToScheduleSql,
      addRefusedRunsToScheduleSql,
      addLostScopesToScheduleSql,
      removeOrderOfPersonsFromScheduleSql,
    ])(db),
  )
  const insert = db.prepare(
    `INSERT INTO scopes (scope, class, log, stream, first, clock_by, clock_on, clock_trigger, clock_position, due_by, due_on, run)
     VALUES (?, 'loan', 'circulation', 'copy-1', ?, 'day', '2026-03-01', ?, '0001', 'day', '2026-03-01', ?)`,
  )
  const [eventColumn, runColumn] = [uuidToColumn(event), uuidToColumn(run)]
  insert.run(uuidToColumn(waiting), eventColumn, eventColumn, null)
  insert.run(uuidToColumn(declared), eventColumn, eventColumn, runColumn)
  db.prepare("INSERT INTO runs (run, log, position, recorded) VALUES (?, 'circulation', '0002', '2026-03-02')").run(
    runColumn,
  )
  db.close()
}

describe('a schedule of an earlier release', () => {
  it('knows after it was opened which scopes an interrupted run has declared, and which are only due', () => {
    makeOlderSchedule()
    const schedule = rightOrThrow(openSqliteSchedule(key)(file))
    const due = schedule.dueScopes('circulation', { atOnce: undefined, day: '2026-03-01', month: undefined })
    expect(due.map(({ scope, run: of }) => [scope, of])).toEqual([
      [waiting, undefined],
      [declared, run],
    ])
    expect(schedule.scopesOfRun(run).map(({ scope }) => scope)).toEqual([declared])
    expect([waiting, declared].map((scope) => schedule.isEnded(scope as ScopeId))).toEqual([false, true])
    expect(schedule.livingScopesIn('circulation', 'copy-1' as never).map(({ scope }) => scope)).toEqual([waiting])
    schedule.close()
  })
})
