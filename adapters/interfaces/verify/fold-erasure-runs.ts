import type { DueScope, ErasedScope } from './certificate'
import { isErasureDueWithinLimits } from './due-time'
import { isRefusedRunProvedByCertificate, findRunRefusal, type DeclaredRun } from './erasure-run-refusal'
import type { LogName } from './exported-event'
import {
  allClocksOf,
  erasableDueLimits,
  nameScope,
  type ScopeFoldState,
  type UnexplainedDeclaration,
} from './scope-fold-state'

/** The scopes of a refused run that are not due, or unknown; all of them when each is due by itself. */
const unexplainedDeclarations = (state: ScopeFoldState, run: DeclaredRun): ReadonlyArray<UnexplainedDeclaration> => {
  const due = erasableDueLimits(state, run.log)
  const problemOf = ({ scope: id, trigger }: DueScope): UnexplainedDeclaration['problem'] | undefined => {
    const scope = state.scopes.get(id)
    if (scope?.run !== undefined || state.erased.has(id)) return undefined
    if (scope === undefined) return 'declaredUnnamed'
    const isExplained = allClocksOf(state, scope).some(
      (clock) => clock.trigger === trigger && isErasureDueWithinLimits(due, clock.due),
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
const beginRun = (state: ScopeFoldState, { log, run, recorded, stream, scopes }: DeclaredRun): void => {
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
export const declareRun = (state: ScopeFoldState, run: DeclaredRun): void => {
  const before = { scopes: state.scopes, erased: state.erased, due: erasableDueLimits(state, run.log) }
  const refusal = findRunRefusal(before, run, state.runs.has(run.run))
  if (refusal === undefined) {
    beginRun(state, run)
    return
  }
  state.unexplained.push(...unexplainedDeclarations(state, run))
  state.refusedRuns.push({ ...run, reason: refusal })
}

/** Ends the run of a certificate. The certificate may prove a run that was refused. */
export const certifyRun = (
  state: ScopeFoldState,
  log: LogName,
  id: string,
  stated: () => ReadonlyArray<ErasedScope> | undefined,
): void => {
  const index = state.refusedRuns.findIndex((refused) => refused.log === log && refused.run === id)
  const refused = state.runs.has(id) ? undefined : state.refusedRuns[index]
  if (
    refused !== undefined &&
    isRefusedRunProvedByCertificate(erasableDueLimits(state, log), refused.reason, refused, stated())
  ) {
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
