import type { LogName, StreamName } from '../../../../domain/event/stream'
import type { CertificateId, RunId, ScopeId } from '../../../../domain/values/ids'
import type { Position } from '../../../../domain/ports/event-store'
import type { Due } from '../../../../retention/schedule/due'
import type { Limits, Schedule } from '../../../../retention/schedule/schedule'
import type { Db } from '../../sqlite/open'
import { unseen } from '../../sqlite/unseen'
import type { ScheduledScope } from '../../../../retention/schedule/scheduled-scope'
import type { EarliestDue } from './earliest-due'
import { scopeOf, type ScopeRow } from './scope-row'
import { fromColumn, toColumn } from './uuid-column'

type Reading = Omit<
  Schedule,
  'position' | 'apply' | 'commit' | 'ended' | 'certificateOf' | 'knows' | 'erasedInAll' | 'close' | 'closeWithoutCommit'
>

type Kind = readonly [Due['by'], string]

/** The three kinds of due, each with its limit: asked one by one, so that each is a range of the index. */
const kinds = ({ atOnce, day, month }: Limits): ReadonlyArray<Kind> =>
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
  readonly due_by: Due['by']
  readonly due_on: string
  readonly scopes: number
}

/** The queries of the schedule. */
export const scheduleReading = (db: Db, earliest: Pick<EarliestDue, 'mayBeDue'>): Reading => {
  const find = db.prepare<[Buffer], ScopeRow>('SELECT * FROM scopes WHERE scope = ?')
  const due = db.prepare<[LogName, ...Kind], ScopeRow>(
    `SELECT * FROM scopes WHERE log = ${unseen} AND due_by = ? AND due_on <= ?`,
  )
  const inPersons = db.prepare<[StreamName], ScopeRow>(
    "SELECT * FROM scopes WHERE log = 'persons' AND stream = ? AND run IS NULL ORDER BY scope",
  )
  const inLog = db.prepare<[LogName, StreamName], ScopeRow>(
    `SELECT * FROM scopes WHERE log = ${unseen} AND stream = ? AND run IS NULL ORDER BY scope`,
  )
  const unfinished = db.prepare<[], RunRow>(
    // Named, or the planner walks every run there ever was for the sake of the order.
    'SELECT run, log, position, recorded FROM runs INDEXED BY runs_unfinished WHERE certificate IS NULL ORDER BY run',
  )
  const ofRun = db.prepare<[Buffer], ScopeRow>('SELECT * FROM scopes WHERE run = ? ORDER BY scope')
  const closed = db.prepare<[LogName, string], { readonly on: string; readonly position: Position }>(
    'SELECT closed_on AS "on", position FROM closed WHERE log = ? AND by = ?',
  )
  const counts = db.prepare<[{ log: LogName; by: Due['by']; from: string; last: string }], CountRow>(
    `SELECT due_by, due_on, sum(n) AS scopes FROM (
       SELECT due_by, due_on, count(*) AS n FROM scopes
       WHERE log = @log AND due_by = @by AND due_on BETWEEN @from AND @last GROUP BY due_by, due_on
       UNION ALL SELECT due_by, due_on, scopes FROM erased_counts
       WHERE log = @log AND due_by = @by AND due_on BETWEEN @from AND @last)
     GROUP BY due_by, due_on`,
  )
  const living = db.prepare<[Buffer, number], ScopeRow>(
    `SELECT * FROM scopes WHERE scope > ? ORDER BY scope LIMIT ${unseen}`,
  )
  return {
    find: (scope: ScopeId) => {
      const row = find.get(toColumn(scope))
      return row && scopeOf(row)
    },
    due: (log, limits) =>
      kinds(limits)
        .flatMap(([by, last]) => (earliest.mayBeDue(log, by, last) ? due.all(log, by, last) : []))
        .map(scopeOf)
        .sort(byScope),
    livingIn: (log, stream) => (log === 'persons' ? inPersons.all(stream) : inLog.all(log, stream)).map(scopeOf),
    unfinished: () => unfinished.all().map(({ run, ...declared }) => ({ run: fromColumn<RunId>(run), ...declared })),
    scopesOf: (run) => ofRun.all(toColumn(run)).map(scopeOf),
    closed: (log, by) => {
      const row = closed.get(log, by)
      return row && { _tag: 'Closed', log, by, ...row }
    },
    counts: (log, from, limits) =>
      kinds(limits)
        .flatMap(([by, last]) => counts.all({ log, by, from, last }))
        .map((row) => ({ due: { by: row.due_by, on: row.due_on }, scopes: row.scopes })),
    living: (after, limit) => living.all(after === undefined ? Buffer.alloc(0) : toColumn(after), limit).map(scopeOf),
  }
}

/** The first day or month on which something of a log is due, by a kind of due. */
export const earliestDueIn = (db: Db): ((log: LogName, by: Due['by']) => string | null | undefined) => {
  const earliest = db
    .prepare<[LogName, Due['by']], string | null>(`SELECT min(due_on) FROM scopes WHERE log = ${unseen} AND due_by = ?`)
    .pluck()
  return (log, by) => earliest.get(log, by)
}

/** What is asked for at every fetch of a key: two look-ups by scope. */
export const scheduleAnswers = (db: Db): Pick<Schedule, 'ended' | 'certificateOf' | 'knows' | 'erasedInAll'> => {
  const erased = db.prepare<[], number>('SELECT count(*) FROM erased').pluck()
  const ended = db
    .prepare<[Buffer, Buffer]>(
      `SELECT 1 FROM scopes WHERE scope = ? AND run IS NOT NULL
       UNION ALL SELECT 1 FROM erased WHERE scope = ? LIMIT 1`,
    )
    .pluck()
  const knows = db
    .prepare<[Buffer, Buffer]>(
      'SELECT 1 FROM scopes WHERE scope = ? UNION ALL SELECT 1 FROM erased WHERE scope = ? LIMIT 1',
    )
    .pluck()
  const certificate = db.prepare<[Buffer], { readonly certificate: Buffer | null }>(
    'SELECT r.certificate FROM erased e JOIN runs r ON r.number = e.run WHERE e.scope = ?',
  )
  const said = (statement: typeof ended, scope: ScopeId): boolean => {
    const key = toColumn(scope)
    return statement.get(key, key) !== undefined
  }
  return {
    ended: (scope) => said(ended, scope),
    knows: (scope) => said(knows, scope),
    erasedInAll: () => erased.get() ?? 0,
    certificateOf: (scope) => {
      const row = certificate.get(toColumn(scope))
      return row?.certificate ? fromColumn<CertificateId>(row.certificate) : undefined
    },
  }
}
