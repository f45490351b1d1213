import type { LogName } from '../../domain/event/stream'
import { daysBetween, type Day } from '../../domain/values/day'
import type { RunId, ScopeId } from '../../domain/values/ids'
import { isMonth, monthsBetween, type Month } from '../../domain/values/month'
import type { DeletionClasses } from '../classes/deletion-classes'
import { earliestDeletionClock } from '../completeness/compare-scopes-with-keys'
import { partsOf, type ComputationSteps } from '../completeness/computation-steps'
import type { ScopeFold } from '../completeness/scope-fold'
import { firstErasableOn } from '../schedule/first-erasable-on'
import { isEventOfType, type OpenPartOfEvent, type OpenPartOfType } from '../schedule/open-part-of-event'
import { scheduleChangesOfEvent } from '../schedule/schedule-changes-of-event'
import { addToCount, type CountsBy } from './counts'

/** What happened to the scopes of one log, by day; in *persons* by month. */
export interface ErasuresOfLog {
  /** When an event named a scope first. */
  readonly made: CountsBy<string>
  /** When the worker could erase a scope first. */
  readonly due: CountsBy<string>
  /** When a certificate said that the key is destroyed. */
  readonly erased: CountsBy<string>
  /** How many scopes were erased so many days (in *persons*: months) after they could be. */
  readonly lag: CountsBy<number>
}

const emptyCounts = () => ({
  made: new Map<string, number>(),
  due: new Map<string, number>(),
  erased: new Map<string, number>(),
  lag: new Map<number, number>(),
})

/** Days between two days; months between two months. Never negative: what ends earlier after all is not late. */
const lagBetween = (dueOn: string, erasedOn: string): number =>
  Math.max(0, isMonth(dueOn) ? monthsBetween(dueOn)(erasedOn as Month) : daysBetween(dueOn as Day)(erasedOn as Day))

const isErasureDue = isEventOfType('ErasureDue')
const isScopesErased = isEventOfType('ScopesErased')

/** Counts how many scopes were made, due and erased, from what a scope fold knows before and after each event. */
export const createErasureCounter = (classes: DeletionClasses, fold: ScopeFold) => {
  const counts = { circulation: emptyCounts(), persons: emptyCounts() }
  const changesOf = scheduleChangesOfEvent(classes, { verifiedScopes: () => undefined })
  /** When each scope of a run without a certificate could be erased first. */
  const runs = new Map<RunId, ReadonlyMap<ScopeId, string>>()
  const erasableFrom = (scope: ScopeId): string | undefined => {
    const row = fold.scopes.get(scope)
    const clock = row === undefined || row.run !== undefined ? undefined : earliestDeletionClock(fold.clocksOf(row))
    return clock === undefined ? undefined : firstErasableOn(clock)
  }
  const countMade = (event: OpenPartOfEvent): void => {
    const { log, recorded } = event.metadata
    for (const change of changesOf(event))
      if (change._tag === 'ScopeNamed' && !fold.scopes.has(change.scope) && !fold.erased.has(change.scope))
        addToCount(counts[log].made, recorded)
  }
  /** Of a refused run, no scope has the run afterwards. */
  const declare = ({ open: { run, scopes }, metadata }: OpenPartOfType<'ErasureDue'>, apply: () => void): void => {
    const dueDates = scopes.map(({ scope }) => [scope, erasableFrom(scope)] as const)
    apply()
    const accepted = dueDates.flatMap(([scope, due]) =>
      due !== undefined && fold.scopes.get(scope)?.run === run ? [[scope, due] as const] : [],
    )
    for (const [, due] of accepted) addToCount(counts[metadata.log].due, due)
    runs.set(run, new Map([...(runs.get(run) ?? []), ...accepted]))
  }
  const certify = ({ open: { run }, metadata }: OpenPartOfType<'ScopesErased'>, apply: () => void): void => {
    const { log, recorded } = metadata
    apply()
    for (const [scope, due] of runs.get(run) ?? []) {
      if (!fold.erased.has(scope)) continue
      addToCount(counts[log].erased, recorded)
      addToCount(counts[log].lag, lagBetween(due, recorded))
    }
    runs.delete(run)
  }
  /** What is due by then and not declared. */
  const dueBy = function* (log: LogName, date: string): ComputationSteps<CountsBy<string>> {
    const due = new Map(counts[log].due)
    for (const part of partsOf(fold.scopes.values())) {
      for (const row of part) {
        const from = row.log === log ? erasableFrom(row.scope) : undefined
        if (from !== undefined && from <= date) addToCount(due, from)
      }
      yield
    }
    return due
  }
  return {
    apply: (event: OpenPartOfEvent): void => {
      const applyToFold = (): void => fold.apply(event)
      if (isErasureDue(event)) declare(event, applyToFold)
      else if (isScopesErased(event)) certify(event, applyToFold)
      else {
        countMade(event)
        applyToFold()
      }
    },
    /** `upTo`: the last day (in *persons*: the last month) on which what is not declared counts as due. */
    finish: function* (log: LogName, upTo: string): ComputationSteps<ErasuresOfLog> {
      return { ...counts[log], due: yield* dueBy(log, upTo) }
    },
  }
}
