import type { LogName } from '../../../../domain/event/stream'
import type { CertificateId, RunId, ScopeId } from '../../../../domain/values/ids'
import type { Position } from '../../../../domain/ports/event-store'
import type { DueTime } from '../../../../retention/schedule/due-time'
import type { RefusedErasureRun } from '../../../../retention/schedule/erasure-run-refusal'
import type { PeriodClosedChange } from '../../../../retention/schedule/schedule-change'
import { applyScheduleChange, type ScheduleRowStore } from '../../../../retention/schedule/apply-schedule-change'
import {
  isErasureDueWithinLimits,
  type ScopeCountByDueTime,
  type Schedule,
  type UnfinishedErasureRun,
} from '../../../../retention/schedule/schedule'
import { effectiveDeletionClock, type ScheduledScope } from '../../../../retention/schedule/scheduled-scope'

interface CertifiedScope {
  readonly certificate: CertificateId
  readonly log: LogName
  readonly due: DueTime | undefined
}

interface ScheduleState {
  readonly scopes: Map<ScopeId, ScheduledScope>
  readonly erased: Map<ScopeId, CertifiedScope>
  readonly runs: Map<RunId, UnfinishedErasureRun>
  readonly unfinished: Set<RunId>
  readonly refused: Map<string, RefusedErasureRun>
  readonly closed: Map<string, PeriodClosedChange>
  readonly lost: Set<ScopeId>
}

const scheduleRowsIn = ({
  scopes,
  erased,
  runs,
  unfinished,
  refused,
  closed,
  lost,
}: ScheduleState): ScheduleRowStore => ({
  putLost: (scope) => void lost.add(scope),
  get: (scope) => scopes.get(scope),
  put: (scope) => void scopes.set(scope.scope, scope),
  isErased: (scope) => erased.has(scope),
  beginRun: (run) => {
    runs.set(run.run, run)
    unfinished.add(run.run)
  },
  findRun: (run) => runs.get(run),
  certifyRun: (run, certificate) => {
    for (const row of [...scopes.values()].filter((candidate) => candidate.run === run)) {
      scopes.delete(row.scope)
      erased.set(row.scope, { certificate, log: row.log, due: effectiveDeletionClock(row)?.due })
    }
    unfinished.delete(run)
  },
  lastClosing: (log, by) => closed.get(`${log} ${by}`),
  putRefusedRun: (run) => void refused.set(`${run.log} ${run.position}`, run),
  findRefusedRun: (log, run) =>
    [...refused.values()].find((row) => row.log === log && row.run === run && row.certifiedAt === undefined),
  putClosing: (entry) => {
    const key = `${entry.log} ${entry.by}`
    if ((closed.get(key)?.on ?? '') < entry.on) closed.set(key, entry)
  },
})

const countByDue = (dues: ReadonlyArray<DueTime>): ReadonlyArray<ScopeCountByDueTime> => {
  const counts = new Map<string, ScopeCountByDueTime>()
  for (const due of dues) {
    const key = `${due.by} ${due.on}`
    counts.set(key, { due, scopes: (counts.get(key)?.scopes ?? 0) + 1 })
  }
  return [...counts.values()]
}

/** A schedule in memory, for tests and demonstrations. */
export const createMemorySchedule = (): Schedule => {
  const state: ScheduleState = {
    ...{ scopes: new Map(), erased: new Map(), runs: new Map(), closed: new Map() },
    ...{ unfinished: new Set(), refused: new Map(), lost: new Set() },
  }
  const { scopes, erased, runs, unfinished, refused, closed, lost } = state
  const positions = new Map<LogName, Position>()
  const record = applyScheduleChange(scheduleRowsIn(state))
  const sortedScopes = (matches: (row: ScheduledScope) => boolean): ReadonlyArray<ScheduledScope> =>
    [...scopes.values()].filter(matches).sort((a, b) => (a.scope < b.scope ? -1 : 1))
  const dueOf = (row: ScheduledScope): DueTime | undefined => effectiveDeletionClock(row)?.due
  return {
    position: (log) => positions.get(log),
    apply: (log, position, entries) => {
      entries.forEach(record)
      positions.set(log, position)
    },
    commit: () => undefined,
    settled: () => Promise.resolve(),
    isEnded: (scope) => erased.has(scope) || scopes.get(scope)?.run !== undefined,
    isLost: (scope) => lost.has(scope),
    certificateOf: (scope) => erased.get(scope)?.certificate,
    isNamed: (scope) => erased.has(scope) || scopes.has(scope),
    countErased: () => erased.size,
    findScope: (scope) => scopes.get(scope),
    dueScopes: (log, limits) =>
      sortedScopes((row) => {
        const due = dueOf(row)
        return row.log === log && due !== undefined && isErasureDueWithinLimits(limits)(due)
      }),
    livingScopesIn: (log, stream) =>
      sortedScopes((row) => row.log === log && row.stream === stream && row.run === undefined),
    unfinishedRuns: () =>
      [...runs.values()].filter(({ run }) => unfinished.has(run)).sort((a, b) => (a.run < b.run ? -1 : 1)),
    refusedRuns: () => [...refused.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, run]) => run),
    scopesOfRun: (run) => sortedScopes((row) => row.run === run),
    lastClosing: (log, by) => closed.get(`${log} ${by}`),
    dueCounts: (log, from, limits) =>
      countByDue(
        [...[...scopes.values()].map((row) => ({ log: row.log, due: dueOf(row) })), ...erased.values()]
          .filter((row) => row.log === log)
          .flatMap(({ due }) =>
            due !== undefined && due.on >= from && isErasureDueWithinLimits(limits)(due) ? [due] : [],
          ),
      ),
    livingScopes: (after, limit) => sortedScopes((row) => after === undefined || row.scope > after).slice(0, limit),
    close: () => undefined,
  }
}
