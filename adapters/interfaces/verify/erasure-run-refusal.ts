import { statesDeclaredScopes, type DueScope, type ErasedScope } from './certificate'
import { isErasureDueWithinLimits, type DueLimits } from './due-time'
import type { LogName } from './exported-event'
import { deletionClocksOfScope, type Scope } from './scope'

/** What the log says at the place of a declaration. */
export interface LogAtDeclaration {
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
  readonly scopes: ReadonlyArray<DueScope>
}

/** Why a run is refused as a whole: its keys are not destroyed then. */
export type ErasureRunRefusal =
  | 'wrongStream'
  | 'runDeclaredBefore'
  | 'scopeTwice'
  | 'unknownScope'
  | 'anotherLog'
  | 'anotherClass'
  | 'notDue'
  | 'anotherStartEvent'

const triggersOf = ({ due }: LogAtDeclaration, scope: Scope): ReadonlyArray<string> =>
  deletionClocksOfScope(scope)
    .filter((clock) => isErasureDueWithinLimits(due, clock.due))
    .map(({ trigger }) => trigger)

/** What makes the declared borrowers due, by stream: what lives in the stream of a borrower ends with the borrower. */
const dueBorrowers = (before: LogAtDeclaration, { scopes }: DeclaredRun): ReadonlyMap<string, ReadonlyArray<string>> =>
  new Map(
    scopes.flatMap(({ scope: id }) => {
      const scope = before.scopes.get(id)
      return scope?.class === 'borrower' ? [[scope.stream, triggersOf(before, scope)] as const] : []
    }),
  )

/** Why a declared run is refused; undefined when the log before it makes every scope due by the event that it names. */
export const findRunRefusal = (
  before: LogAtDeclaration,
  run: DeclaredRun,
  isKnownRun: boolean,
): ErasureRunRefusal | undefined => {
  if (run.stream !== `erasure-${run.run}`) return 'wrongStream'
  if (isKnownRun) return 'runDeclaredBefore'
  if (new Set(run.scopes.map(({ scope }) => scope)).size < run.scopes.length) return 'scopeTwice'
  const borrowers = dueBorrowers(before, run)
  const refusalOf = ({ scope: id, class: name, trigger }: DueScope): ErasureRunRefusal | undefined => {
    if (before.erased.has(id)) return undefined
    const scope = before.scopes.get(id)
    if (scope === undefined) return 'unknownScope'
    if (scope.log !== run.log) return 'anotherLog'
    if (scope.class !== name) return 'anotherClass'
    if (scope.run !== undefined) return undefined
    const triggers = [...triggersOf(before, scope), ...(borrowers.get(scope.stream) ?? [])]
    if (triggers.length === 0) return 'notDue'
    return triggers.includes(trigger) ? undefined : 'anotherStartEvent'
  }
  for (const scope of run.scopes) {
    const refusal = refusalOf(scope)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

const provable: ReadonlyArray<ErasureRunRefusal> = ['unknownScope', 'notDue', 'anotherStartEvent']

/**
 * Whether its certificate proves a refused run: the library signs only what its worker has erased, and a period may have been
 * shorter then. A statement that gives a due date of a later day proves nothing.
 */
export const isRefusedRunProvedByCertificate = (
  due: DueLimits,
  refusal: ErasureRunRefusal,
  { scopes }: DeclaredRun,
  stated: ReadonlyArray<ErasedScope> | undefined,
): boolean =>
  provable.includes(refusal) &&
  stated !== undefined &&
  statesDeclaredScopes(stated, scopes) &&
  stated.every(({ dueBy, dueOn }) => isErasureDueWithinLimits(due, { by: dueBy, on: dueOn }))
