import type { DeclaredScope, StatedScope } from './certificate'
import { isDueWithin } from './due-time'
import { isProvedByCertificate, refusalOfRun, type DeclaredRun } from './erasure-runs'
import type { LogName } from './exported-event'
import { allClocksOf, dueNow, nameScope, type ScopesOfLogs, type UnexplainedScope } from './scopes-of-logs'

/** The scopes of a refused run that are not due, or unknown; all of them when each is due by itself. */
const unexplainedScopes = (state: ScopesOfLogs, run: DeclaredRun): ReadonlyArray<UnexplainedScope> => {
  const due = dueNow(state, run.log)
  const problemOf = ({ scope: id, trigger }: DeclaredScope): UnexplainedScope['problem'] | undefined => {
    const scope = state.scopes.get(id)
    if (scope?.run !== undefined || state.erased.has(id)) return undefined
    if (scope === undefined) return 'declaredUnnamed'
    const isExplained = allClocksOf(state, scope).some(
      (clock) => clock.trigger === trigger && isDueWithin(due, clock.due),
    )
    return isExplained ? undefined : 'declaredNotDue'
  }
  const found = run.scopes.flatMap((scope) => {
    const problem = problemOf(scope)
    return problem === undefined ? [] : [{ ...scope, log: run.log, problem }]
  })
  return found.length > 0 ? found : run.scopes.map((scope) => ({ ...scope, log: run.log, problem: 'declaredNotDue' }))
}

/** Begins a run with the scopes that no earlier run has declared. */
const beginRun = (state: ScopesOfLogs, { log, run, recorded, stream, scopes }: DeclaredRun): void => {
  const declaredFirst = scopes.filter(
    ({ scope }) => state.scopes.get(scope)?.run === undefined && !state.erased.has(scope),
  )
  if (declaredFirst.length === 0) return
  state.runs.set(run, { log, recorded, scopes: declaredFirst.map(({ scope }) => scope), isFinished: false })
  for (const { scope: id, class: name } of declaredFirst) {
    nameScope(state, log, stream, id, name)
    const scope = state.scopes.get(id)
    if (scope !== undefined) state.scopes.set(id, { ...scope, run })
  }
}

/** Accepts a declared run, or refuses it. */
export const declareRun = (state: ScopesOfLogs, run: DeclaredRun): void => {
  const before = { scopes: state.scopes, erased: state.erased, due: dueNow(state, run.log) }
  const refusal = refusalOfRun(before, run, state.runs.has(run.run))
  if (refusal === undefined) {
    beginRun(state, run)
    return
  }
  state.unexplained.push(...unexplainedScopes(state, run))
  state.refusedRuns.push({ ...run, refusal })
}

/** Ends the run of a certificate. The certificate may prove a run that was refused. */
export const finishRun = (
  state: ScopesOfLogs,
  log: LogName,
  id: string,
  stated: () => ReadonlyArray<StatedScope> | undefined,
): void => {
  const index = state.refusedRuns.findIndex((refused) => refused.log === log && refused.run === id)
  const refused = state.runs.has(id) ? undefined : state.refusedRuns[index]
  if (refused !== undefined && isProvedByCertificate(dueNow(state, log), refused.refusal, refused, stated())) {
    state.refusedRuns.splice(index, 1)
    beginRun(state, { ...refused, recorded: '' })
  }
  const run = state.runs.get(id)
  if (run?.log !== log || run.isFinished) return
  run.isFinished = true
  for (const scopeId of run.scopes) {
    const scope = state.scopes.get(scopeId)
    if (scope !== undefined) state.erased.set(scopeId, scope.class)
    state.scopes.delete(scopeId)
  }
}
