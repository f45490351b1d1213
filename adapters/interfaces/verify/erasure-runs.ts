import type { DeclaredScope, StatedScope } from './certificate'
import { statesScopes } from './certificate'
import { isDueWithin, type DueLimits } from './due-time'
import type { LogName } from './exported-event'
import { clocksOf, type Scope } from './scope'

/** What the log says at the place of a declaration. */
export interface LogBefore {
  readonly scopes: ReadonlyMap<string, Scope>
  readonly erased: ReadonlyMap<string, string>
  /** What the log has made due until now: everything due at once, and what its closings have made due. */
  readonly due: DueLimits
}

/** A run that an `ErasureDue` declares. */
export interface DeclaredRun {
  readonly log: LogName
  readonly stream: string
  readonly run: string
  /** The day of the declaration; in *persons* the month. */
  readonly recorded: string
  readonly scopes: ReadonlyArray<DeclaredScope>
}

/** Why a run is refused as a whole: its keys are not destroyed then. */
export type RunRefusal =
  | 'wrong stream'
  | 'declared before'
  | 'scope twice'
  | 'unknown scope'
  | 'other log'
  | 'other class'
  | 'not due'
  | 'other event'

const triggersOf = ({ due }: LogBefore, scope: Scope): ReadonlyArray<string> =>
  clocksOf(scope)
    .filter((clock) => isDueWithin(due, clock.due))
    .map(({ trigger }) => trigger)

/** What makes the declared borrowers due, by stream: what lives in the stream of a borrower ends with the borrower. */
const triggersOfBorrowers = (before: LogBefore, { scopes }: DeclaredRun): ReadonlyMap<string, ReadonlyArray<string>> =>
  new Map(
    scopes.flatMap(({ scope: id }) => {
      const scope = before.scopes.get(id)
      return scope?.class === 'borrower' ? [[scope.stream, triggersOf(before, scope)] as const] : []
    }),
  )

/** Why a declared run is refused; undefined when the log before it makes every scope due by the event that it names. */
export const refusalOfRun = (before: LogBefore, run: DeclaredRun, isKnownRun: boolean): RunRefusal | undefined => {
  if (run.stream !== `erasure-${run.run}`) return 'wrong stream'
  if (isKnownRun) return 'declared before'
  if (new Set(run.scopes.map(({ scope }) => scope)).size < run.scopes.length) return 'scope twice'
  const borrowers = triggersOfBorrowers(before, run)
  const refusalOf = ({ scope: id, class: name, trigger }: DeclaredScope): RunRefusal | undefined => {
    if (before.erased.has(id)) return undefined
    const scope = before.scopes.get(id)
    if (scope === undefined) return 'unknown scope'
    if (scope.log !== run.log) return 'other log'
    if (scope.class !== name) return 'other class'
    if (scope.run !== undefined) return undefined
    const triggers = [...triggersOf(before, scope), ...(borrowers.get(scope.stream) ?? [])]
    if (triggers.length === 0) return 'not due'
    return triggers.includes(trigger) ? undefined : 'other event'
  }
  for (const scope of run.scopes) {
    const refusal = refusalOf(scope)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

const provable: ReadonlyArray<RunRefusal> = ['unknown scope', 'not due', 'other event']

/**
 * Whether its certificate proves a refused run: the library signs only what its worker has erased, and a period may have been
 * shorter then. A statement that gives a due date of a later day proves nothing.
 */
export const isProvedByCertificate = (
  due: DueLimits,
  refusal: RunRefusal,
  { scopes }: DeclaredRun,
  stated: ReadonlyArray<StatedScope> | undefined,
): boolean =>
  provable.includes(refusal) &&
  stated !== undefined &&
  statesScopes(stated, scopes) &&
  stated.every(({ dueBy, dueOn }) => isDueWithin(due, { by: dueBy, on: dueOn }))
