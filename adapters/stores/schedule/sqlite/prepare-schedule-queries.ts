import type { LogName, StreamName } from '../../../../domain/event/stream'
import type { CertificateId, RunId, ScopeId } from '../../../../domain/values/ids'
import type { Position } from '../../../../domain/ports/event-store'
import type { DueTime } from '../../../../retention/schedule/due-time'
import type { DueLimits, Schedule } from '../../../../retention/schedule/schedule'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { sqlParameterHiddenFromPlanner } from '../../sqlite/sql-parameter-hidden-from-planner'
import type { ScheduledScope } from '../../../../retention/schedule/scheduled-scope'
import { sqliteRefusedRunStore } from './sqlite-refused-run-store'
import type { EarliestScopeDueTimes } from './earliest-due-time-cache'
import { decodeScheduledScopeRow, scopeColumns, type ScheduledScopeRow } from './scheduled-scope-row'
import { createScopeRowFinder } from './scope-row-finder'
import { uuidFromColumn, uuidToColumn } from './uuid-column'

type ScheduleQueries = Omit<
  Schedule,
  | 'position'
  | 'apply'
  | 'commit'
  | 'settled'
  | 'isEnded'
  | 'isLost'
  | 'certificateOf'
  | 'isNamed'
  | 'countErased'
  | 'close'
>

type DueLimit = readonly [DueTime['by'], string]

/** The limits of the three kinds of due time. Each is queried alone, as a range of the index. */
const dueLimits = ({ atOnce, day, month }: DueLimits): ReadonlyArray<DueLimit> =>
  (
    [
      ['at once', atOnce],
      ['day', day],
      ['month', month],
    ] as const
  ).flatMap(([by, last]) => (last === undefined ? [] : [[by, last] as const]))

const byScope = (a: ScheduledScope, b: ScheduledScope): number => (a.scope < b.scope ? -1 : 1)

interface RunRow {
  readonly run: Buffer
  readonly log: LogName
  readonly position: Position
  readonly recorded: string
}

interface CountRow {
  readonly due_by: DueTime['by']
  readonly due_on: string
  readonly scopes: number
}

/** The queries of the schedule. */
export const prepareScheduleQueries = (
  db: SqliteDatabase,
  { mayBeDue }: Pick<EarliestScopeDueTimes, 'mayBeDue'>,
): ScheduleQueries => {
  const due = db.prepare<[LogName, ...DueLimit], ScheduledScopeRow>(
    `SELECT * FROM scopes WHERE log = ${sqlParameterHiddenFromPlanner} AND due_by = ? AND due_on <= ?`,
  )
  const dueAndDeclared = db.prepare<[LogName, ...DueLimit], ScheduledScopeRow>(
    'SELECT * FROM declared_scopes WHERE log = ? AND due_by = ? AND due_on <= ?',
  )
  const inPersons = db.prepare<[StreamName], ScheduledScopeRow>(
    "SELECT * FROM scopes WHERE log = 'persons' AND stream = ? ORDER BY scope",
  )
  const inLog = db.prepare<[LogName, StreamName], ScheduledScopeRow>(
    `SELECT * FROM scopes WHERE log = ${sqlParameterHiddenFromPlanner} AND stream = ? ORDER BY scope`,
  )
  const unfinished = db.prepare<[], RunRow>(
    // The index is named: otherwise the planner reads all runs, to get their order.
    'SELECT run, log, position, recorded FROM runs INDEXED BY runs_unfinished WHERE certificate IS NULL ORDER BY run',
  )
  const ofRun = db.prepare<[Buffer], ScheduledScopeRow>('SELECT * FROM declared_scopes WHERE run = ? ORDER BY scope')
  const closed = db.prepare<[LogName, string], { readonly on: string; readonly position: Position }>(
    'SELECT closed_on AS "on", position FROM closed WHERE log = ? AND by = ?',
  )
  const counts = db.prepare<[{ log: LogName; by: DueTime['by']; from: string; last: string }], CountRow>(
    `SELECT due_by, due_on, sum(n) AS scopes FROM (
       SELECT due_by, due_on, count(*) AS n FROM scopes
       WHERE log = @log AND due_by = @by AND due_on BETWEEN @from AND @last GROUP BY due_by, due_on
       UNION ALL SELECT due_by, due_on, 1 FROM declared_scopes
       WHERE log = @log AND due_by = @by AND due_on BETWEEN @from AND @last
       UNION ALL SELECT due_by, due_on, scopes FROM erased_counts
       WHERE log = @log AND due_by = @by AND due_on BETWEEN @from AND @last)
     GROUP BY due_by, due_on`,
  )
  const living = db.prepare<[Buffer, Buffer, number], ScheduledScopeRow>(
    `SELECT ${scopeColumns}, NULL AS run FROM scopes WHERE scope > ?
     UNION ALL SELECT ${scopeColumns}, run FROM declared_scopes WHERE scope > ?
     ORDER BY scope LIMIT ${sqlParameterHiddenFromPlanner}`,
  )
  return {
    findScope: createScopeRowFinder(db),
    dueScopes: (log, limits) =>
      dueLimits(limits)
        .flatMap(([by, last]) =>
          mayBeDue(log, by, last) ? [...due.all(log, by, last), ...dueAndDeclared.all(log, by, last)] : [],
        )
        .map(decodeScheduledScopeRow)
        .sort(byScope),
    livingScopesIn: (log, stream) =>
      (log === 'persons' ? inPersons.all(stream) : inLog.all(log, stream)).map(decodeScheduledScopeRow),
    unfinishedRuns: () =>
      unfinished.all().map(({ run, ...declared }) => ({ run: uuidFromColumn<RunId>(run), ...declared })),
    refusedRuns: sqliteRefusedRunStore(db).list,
    scopesOfRun: (run) => ofRun.all(uuidToColumn(run)).map(decodeScheduledScopeRow),
    lastClosing: (log, by) => {
      const row = closed.get(log, by)
      return row && { _tag: 'Closed', log, by, ...row }
    },
    dueCounts: (log, from, limits) =>
      dueLimits(limits)
        .flatMap(([by, last]) => counts.all({ log, by, from, last }))
        .map((row) => ({ due: { by: row.due_by, on: row.due_on }, scopes: row.scopes })),
    livingScopes: (after, limit) => {
      const lowest = after === undefined ? Buffer.alloc(0) : uuidToColumn(after)
      return living.all(lowest, lowest, limit).map(decodeScheduledScopeRow)
    },
  }
}

/** The first day or month on which scopes of a log are due, by a kind of due time. */
export const earliestDueTimeIn = (
  db: SqliteDatabase,
): ((log: LogName, by: DueTime['by']) => string | null | undefined) => {
  const earliest = db
    .prepare<[LogName, DueTime['by'], LogName, DueTime['by']], string | null>(
      // Each minimum alone, so that the first one is read from the index.
      `SELECT min(due_on) FROM (
         SELECT min(due_on) AS due_on FROM scopes WHERE log = ${sqlParameterHiddenFromPlanner} AND due_by = ?
         UNION ALL SELECT min(due_on) FROM declared_scopes WHERE log = ? AND due_by = ?)`,
    )
    .pluck()
  return (log, by) => earliest.get(log, by, log, by)
}

/** The look-ups by scope that each fetch of a key makes. */
export const scheduleLookupsByScope = (
  db: SqliteDatabase,
): Pick<Schedule, 'isEnded' | 'isLost' | 'certificateOf' | 'isNamed' | 'countErased'> => {
  const erased = db.prepare<[], number>('SELECT count(*) FROM erased').pluck()
  const ended = db
    .prepare<[Buffer, Buffer]>(
      'SELECT 1 FROM declared_scopes WHERE scope = ? UNION ALL SELECT 1 FROM erased WHERE scope = ? LIMIT 1',
    )
    .pluck()
  const undeclared = db.prepare<[Buffer]>('SELECT 1 FROM scopes WHERE scope = ?').pluck()
  const certificate = db.prepare<[Buffer], { readonly certificate: Buffer | null }>(
    'SELECT r.certificate FROM erased e JOIN runs r ON r.number = e.run WHERE e.scope = ?',
  )
  const lost = db.prepare<[Buffer], number>('SELECT 1 FROM lost WHERE scope = ?').pluck()
  const hasEnded = (scope: ScopeId): boolean => {
    const scopeColumn = uuidToColumn(scope)
    return ended.get(scopeColumn, scopeColumn) !== undefined
  }
  return {
    isEnded: hasEnded,
    isLost: (scope) => lost.get(uuidToColumn(scope)) !== undefined,
    isNamed: (scope) => undeclared.get(uuidToColumn(scope)) !== undefined || hasEnded(scope),
    countErased: () => erased.get() ?? 0,
    certificateOf: (scope) => {
      const row = certificate.get(uuidToColumn(scope))
      return row?.certificate ? uuidFromColumn<CertificateId>(row.certificate) : undefined
    },
  }
}
