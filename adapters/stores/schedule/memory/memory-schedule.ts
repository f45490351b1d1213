import type { LogName } from '../../../../domain/event/stream'
import type { CertificateId, RunId, ScopeId } from '../../../../domain/values/ids'
import type { Position } from '../../../../domain/ports/event-store'
import type { Due } from '../../../../retention/schedule/due'
import type { Closed } from '../../../../retention/schedule/entry'
import { recordEntry, type ScheduleRows } from '../../../../retention/schedule/record-entry'
import { isWithin, type DueCount, type Schedule, type UnfinishedRun } from '../../../../retention/schedule/schedule'
import { clockOf, type ScheduledScope } from '../../../../retention/schedule/scheduled-scope'

interface Certified {
  readonly certificate: CertificateId
  readonly log: LogName
  readonly due: Due | undefined
}

interface Kept {
  readonly scopes: Map<ScopeId, ScheduledScope>
  readonly erased: Map<ScopeId, Certified>
  readonly runs: Map<RunId, UnfinishedRun>
  readonly closed: Map<string, Closed>
}

const rowsOf = ({ scopes, erased, runs, closed }: Kept): ScheduleRows => ({
  get: (scope) => scopes.get(scope),
  put: (scope) => void scopes.set(scope.scope, scope),
  isErased: (scope) => erased.has(scope),
  begin: (run) => void runs.set(run.run, run),
  certify: (run, certificate) => {
    for (const row of [...scopes.values()].filter((candidate) => candidate.run === run)) {
      scopes.delete(row.scope)
      erased.set(row.scope, { certificate, log: row.log, due: clockOf(row)?.due })
    }
    runs.delete(run)
  },
  note: (entry) => {
    const key = `${entry.log} ${entry.by}`
    if ((closed.get(key)?.on ?? '') < entry.on) closed.set(key, entry)
  },
})

const counted = (dues: ReadonlyArray<Due>): ReadonlyArray<DueCount> => {
  const counts = new Map<string, DueCount>()
  for (const due of dues) {
    const key = `${due.by} ${due.on}`
    counts.set(key, { due, scopes: (counts.get(key)?.scopes ?? 0) + 1 })
  }
  return [...counts.values()]
}

/** A schedule in memory, for tests and for small demonstrations. */
export const memorySchedule = (): Schedule => {
  const kept: Kept = { scopes: new Map(), erased: new Map(), runs: new Map(), closed: new Map() }
  const { scopes, erased, runs, closed } = kept
  const positions = new Map<LogName, Position>()
  const record = recordEntry(rowsOf(kept))
  const found = (holds: (row: ScheduledScope) => boolean): ReadonlyArray<ScheduledScope> =>
    [...scopes.values()].filter(holds).sort((a, b) => (a.scope < b.scope ? -1 : 1))
  const dueOf = (row: ScheduledScope): Due | undefined => clockOf(row)?.due
  return {
    position: (log) => positions.get(log),
    apply: (log, position, entries) => {
      entries.forEach(record)
      positions.set(log, position)
    },
    commit: () => undefined,
    ended: (scope) => erased.has(scope) || scopes.get(scope)?.run !== undefined,
    certificateOf: (scope) => erased.get(scope)?.certificate,
    knows: (scope) => erased.has(scope) || scopes.has(scope),
    erasedInAll: () => erased.size,
    find: (scope) => scopes.get(scope),
    due: (log, limits) =>
      found((row) => {
        const due = dueOf(row)
        return row.log === log && due !== undefined && isWithin(limits)(due)
      }),
    livingIn: (log, stream) => found((row) => row.log === log && row.stream === stream && row.run === undefined),
    unfinished: () => [...runs.values()].sort((a, b) => (a.run < b.run ? -1 : 1)),
    scopesOf: (run) => found((row) => row.run === run),
    closed: (log, by) => closed.get(`${log} ${by}`),
    counts: (log, from, limits) =>
      counted(
        [...[...scopes.values()].map((row) => ({ log: row.log, due: dueOf(row) })), ...erased.values()]
          .filter((row) => row.log === log)
          .flatMap(({ due }) => (due !== undefined && due.on >= from && isWithin(limits)(due) ? [due] : [])),
      ),
    living: (after, limit) => found((row) => after === undefined || row.scope > after).slice(0, limit),
    close: () => undefined,
    closeWithoutCommit: () => undefined,
  }
}
