import { pipe } from 'fp-ts/function'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { LogName } from '../../domain/event/stream'
import { addDays, type Day } from '../../domain/values/day'
import type { EventId, ScopeId } from '../../domain/values/ids'
import { addMonths, firstDayOfMonth, isMonth, type Month } from '../../domain/values/month'
import type { DeletionClasses } from '../classes/deletion-classes'
import { isErasureOverdue, latestDueDatesOfOverdueErasures } from '../schedule/due-limits'
import { isDueNoLater, type DueTime } from '../schedule/due-time'
import type { DueLimits } from '../schedule/schedule'
import type { DeletionClock } from '../schedule/schedule-change'
import type { ScheduledScope } from '../schedule/scheduled-scope'
import { partsOf, type ComputationSteps } from './computation-steps'
import type { LivingScopes } from './living-scopes'
import type { ScopeFold } from './scope-fold'

/**
 * What the comparison of the logs with the living keys found of a scope:
 * - `overdue`: it should have been erased on an earlier day, no event declares it due, and its key is living.
 * - `erasedButLiving`: a certificate says that it is erased, and its key is living.
 * - `notFinished`: an event declared it due before yesterday (in *persons*: in an earlier month), and it has no certificate.
 * - `orphan`: its key is living, and no event names it.
 * - `lost`: an event names it, it is not erased, it has no living key, and no `ScopeLost` accounts for it.
 * - `otherClass`: the key store has another class for it than the log.
 * - `declaredNotDue`: an event declares it due, and the log does not make it due.
 * - `declaredUnnamed`: an event declares it due, and no other event names it.
 */
export type ScopeProblem =
  | 'overdue'
  | 'erasedButLiving'
  | 'notFinished'
  | 'orphan'
  | 'lost'
  | 'otherClass'
  | 'declaredNotDue'
  | 'declaredUnnamed'

export interface ScopeFinding {
  readonly problem: ScopeProblem
  readonly log: LogName
  readonly class: ScopeClass
  readonly scope: ScopeId
  /** When it was due; null when the logs do not say so. */
  readonly due: DueTime | null
  /** The event that started the clock, or that the declaration names; null when there is none. */
  readonly trigger: EventId | null
}

/** The day of circulation, and the month whose closing *persons* is compared by; undefined before the first one. */
export interface ComparedAsOf {
  readonly circulation: Day
  readonly persons: Month | undefined
}

/** By the closing of a month: what was requested in it may be erased just after. */
const overdueInPersons = (month: Month): DueLimits => ({
  ...latestDueDatesOfOverdueErasures(pipe(month, addMonths(1), firstDayOfMonth), 'persons'),
  atOnce: addMonths(-1)(month),
})

const beforeFirstMonth: DueLimits = { atOnce: undefined, day: undefined, month: undefined }

const limitsAsOf = ({ circulation, persons }: ComparedAsOf): Readonly<Record<LogName, DueLimits>> => ({
  circulation: latestDueDatesOfOverdueErasures(circulation, 'circulation'),
  persons: persons === undefined ? beforeFirstMonth : overdueInPersons(persons),
})

/** The clock that makes a scope due first. Undefined while none is set. */
export const earliestDeletionClock = (clocks: ReadonlyArray<DeletionClock>): DeletionClock | undefined =>
  clocks.reduce<DeletionClock | undefined>(
    (first, clock) => (first === undefined || !isDueNoLater(first.due, clock.due) ? clock : first),
    undefined,
  )

const findingOf =
  (problem: ScopeProblem) =>
  (
    { log, class: name, scope }: Pick<ScheduledScope, 'log' | 'class' | 'scope'>,
    clock?: DeletionClock,
  ): ScopeFinding => ({
    ...{ problem, log, class: name, scope },
    ...{ due: clock?.due ?? null, trigger: clock?.trigger ?? null },
  })

/** Whether a run is late that was declared then: one that began before midnight may end after it. */
const isRunLate = (recorded: string, { circulation, persons }: ComparedAsOf): boolean =>
  isMonth(recorded) ? recorded < (persons ?? '') : recorded < addDays(-1)(circulation)

const findingsOfNamed =
  (fold: ScopeFold, living: LivingScopes, asOf: ComparedAsOf) =>
  (scope: ScheduledScope): ReadonlyArray<ScopeFinding> => {
    const clocks = fold.clocksOf(scope)
    const clock = earliestDeletionClock(clocks)
    if (scope.run !== undefined) {
      const recorded = fold.unfinishedRuns.get(scope.run)?.recorded ?? ''
      return isRunLate(recorded, asOf) ? [findingOf('notFinished')(scope, clock)] : []
    }
    const keyClass = living.get(scope.scope)
    if (keyClass === undefined) return fold.recordedLosses.has(scope.scope) ? [] : [findingOf('lost')(scope, clock)]
    const late = clocks.filter(isErasureOverdue(limitsAsOf(asOf)[scope.log]))
    return [
      ...(keyClass === scope.class ? [] : [findingOf('otherClass')(scope, clock)]),
      ...(late.length === 0 ? [] : [findingOf('overdue')(scope, earliestDeletionClock(late))]),
    ]
  }

/** The log of scopes of a class. */
type LogOfClass = (name: ScopeClass) => LogName

const findingsOfKey =
  ({ scopes, erased }: ScopeFold, logOfClass: LogOfClass) =>
  ([scope, keyClass]: readonly [ScopeId, ScopeClass]): ReadonlyArray<ScopeFinding> => {
    const key = { scope, class: keyClass, log: logOfClass(keyClass) }
    if (erased.has(scope)) return [findingOf('erasedButLiving')(key)]
    return scopes.has(scope) ? [] : [findingOf('orphan')(key)]
  }

const byPlace = (one: ScopeFinding, other: ScopeFinding): number =>
  `${one.problem} ${one.scope}` < `${other.problem} ${other.scope}` ? -1 : 1

/**
 * Compares what both logs say with the living keys, in both directions. Empty when every scope that was due is erased,
 * every erased scope has lost its key, every other named scope has one, and no other key exists. Sorted by problem and
 * scope id.
 */
export const compareScopesWithKeys = (classes: DeletionClasses) =>
  function* (fold: ScopeFold, living: LivingScopes, asOf: ComparedAsOf): ComputationSteps<ReadonlyArray<ScopeFinding>> {
    const findings = fold.unexplained.map((declared): ScopeFinding => ({ ...declared, due: null }))
    const ofNamed = findingsOfNamed(fold, living, asOf)
    const ofKey = findingsOfKey(fold, (name) => classes[name].log)
    for (const part of partsOf(fold.scopes.values())) {
      findings.push(...part.flatMap(ofNamed))
      yield
    }
    for (const part of partsOf(living)) {
      findings.push(...part.flatMap(ofKey))
      yield
    }
    return findings.sort(byPlace)
  }
