import type { DeletionRules } from './deletion-rules'
import {
  addDays,
  isMonth,
  isErasureOverdue,
  overdueLimits,
  type ComparedAsOf,
  type DeletionClock,
  type DueLimits,
  type DueTime,
} from './due-time'
import type { LogName } from './exported-event'
import { earliestDeletionClock, type Scope } from './scope'
import { allClocksOf, type ScopeFoldState } from './scope-fold-state'

/**
 * What is wrong with a scope:
 * - `overdue`: it should have been erased on an earlier day, and has a key.
 * - `erasedButLiving`: a certificate says that it is erased, and it has a key.
 * - `notFinished`: it was declared due before yesterday (in *persons*: in an earlier month), and has no certificate.
 * - `orphan`: it has a key, and no event names it.
 * - `otherClass`: its key is of another class than the log says.
 * - `lost`: an event names it, it is not erased, it has no key, and no event accounts for that.
 * - `declaredNotDue`: it was declared due, and the log does not make it due by the event that the declaration names.
 * - `declaredUnnamed`: it was declared due, and no other event names it.
 */
export type ScopeProblem =
  | 'overdue'
  | 'erasedButLiving'
  | 'notFinished'
  | 'orphan'
  | 'otherClass'
  | 'lost'
  | 'declaredNotDue'
  | 'declaredUnnamed'

export interface ScopeFinding {
  readonly problem: ScopeProblem
  readonly log: LogName
  readonly class: string
  readonly scope: string
  /** When it was due; null when the logs do not say so. */
  readonly due: DueTime | null
  /** The event that started the clock, or that a declaration names; null when there is none. */
  readonly trigger: string | null
}

const findingOf = (
  problem: ScopeProblem,
  { log, class: name, scope }: Pick<ScopeFinding, 'log' | 'class' | 'scope'>,
  clock: DeletionClock | undefined,
): ScopeFinding => ({
  ...{ problem, log, class: name, scope },
  ...{ due: clock?.due ?? null, trigger: clock?.trigger ?? null },
})

/** A run that began before midnight may end after it. */
const isRunLate = (recorded: string, { circulation, persons }: ComparedAsOf): boolean =>
  isMonth(recorded) ? recorded < (persons ?? '') : recorded < addDays(circulation, -1)

const findingsOfNamed = (
  state: ScopeFoldState,
  living: ReadonlyMap<string, string>,
  asOf: ComparedAsOf,
  limits: DueLimits,
  scope: Scope,
): ReadonlyArray<ScopeFinding> => {
  const clocks = allClocksOf(state, scope)
  if (scope.run !== undefined) {
    const recorded = state.runs.get(scope.run)?.recorded ?? ''
    return isRunLate(recorded, asOf) ? [findingOf('notFinished', scope, earliestDeletionClock(clocks))] : []
  }
  const keyClass = living.get(scope.scope)
  if (keyClass === undefined)
    return state.lost.has(scope.scope) ? [] : [findingOf('lost', scope, earliestDeletionClock(clocks))]
  const late = clocks.filter((clock) => isErasureOverdue(limits, clock))
  return [
    ...(keyClass === scope.class ? [] : [findingOf('otherClass', scope, earliestDeletionClock(clocks))]),
    ...(late.length === 0 ? [] : [findingOf('overdue', scope, earliestDeletionClock(late))]),
  ]
}

/** Compares what the logs say with the living keys, in both directions. Sorted by problem and scope. */
export const compareScopesWithKeys = (
  rules: DeletionRules,
  state: ScopeFoldState,
  living: ReadonlyMap<string, string>,
  asOf: ComparedAsOf,
): ReadonlyArray<ScopeFinding> => {
  const ofKey = ([scope, name]: readonly [string, string]): ReadonlyArray<ScopeFinding> => {
    const key = { scope, class: name, log: rules.get(name)?.log ?? 'circulation' }
    if (state.erased.has(scope)) return [findingOf('erasedButLiving', key, undefined)]
    return state.scopes.has(scope) ? [] : [findingOf('orphan', key, undefined)]
  }
  const limits = { circulation: overdueLimits('circulation', asOf), persons: overdueLimits('persons', asOf) }
  const placeOf = ({ problem, scope }: ScopeFinding): string => `${problem} ${scope}`
  return [
    ...[...state.scopes.values()].flatMap((scope) => findingsOfNamed(state, living, asOf, limits[scope.log], scope)),
    ...[...living].flatMap(ofKey),
    ...state.unexplained.map(({ problem, log, class: name, scope, trigger }) => ({
      ...{ problem, log, class: name, scope, trigger },
      due: null,
    })),
  ].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
}
