import { pipe } from 'fp-ts/function'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { LogName } from '../../domain/event/stream'
import type { Day } from '../../domain/values/day'
import type { EventId, ScopeId } from '../../domain/values/ids'
import { addMonths, isLastDayOfMonth, monthOf, type Month } from '../../domain/values/month'
import type { DeletionClasses } from '../classes/deletion-classes'
import type { DueTime } from '../schedule/due-time'
import { firstErasableOn } from '../schedule/first-erasable-on'
import { isEventOfType, type OpenPartOfEvent } from '../schedule/open-part-of-event'
import type { CertifiedScopeVerification } from '../schedule/schedule-changes-of-event'
import { isErasureDueWithinLimits, type DueLimits } from '../schedule/schedule'
import type { ScheduledScope } from '../schedule/scheduled-scope'
import { earliestDeletionClock } from './compare-scopes-with-keys'
import { partsOf, type ComputationSteps } from './computation-steps'
import { createScopeFold } from './scope-fold'

/** A scope that was due at the end of a day, and not declared due before. */
export interface ScopeDueAtDay {
  readonly log: LogName
  readonly class: ScopeClass
  readonly scope: ScopeId
  readonly due: DueTime
  /** The event that started the clock. */
  readonly trigger: EventId
  /** The first day (in *persons*: the first month) on which the worker could erase it. */
  readonly erasableFrom: string
  /** The day (in *persons*: the month) on which an event declared it due; null while none does. */
  readonly declaredOn: string | null
}

/** The last month that is over with the end of a day. */
const lastMonthOverAt = (day: Day): Month => (isLastDayOfMonth(day) ? monthOf(day) : pipe(day, monthOf, addMonths(-1)))

const limitsAt = (day: Day): Readonly<Record<LogName, DueLimits>> => {
  const month = lastMonthOverAt(day)
  return { circulation: { atOnce: day, day, month }, persons: { atOnce: month, day, month } }
}

const isErasureDue = isEventOfType('ErasureDue')
const isMonthClosed = isEventOfType('MonthClosed')

/**
 * Finds what was due at the end of a day, from open parts alone and as of what the logs had then: *circulation* up to that
 * day, *persons* up to the closing of the last month that was over. For a day to come: what will be due by then, by what
 * the logs have now. Later events tell only when each scope was declared due. Apply each log in its order, then finish.
 */
export const createDueScopesFold = (classes: DeletionClasses, checks: CertifiedScopeVerification, day: Day) => {
  const fold = createScopeFold(classes, checks)
  const limits = limitsAt(day)
  const declaredOn = new Map<ScopeId, string>()
  /** The events of *persons* since its last closing: they count when their month is closed. */
  let openMonth: OpenPartOfEvent[] = []
  const applyLater = (event: OpenPartOfEvent): void => {
    if (!isErasureDue(event)) return
    for (const { scope } of event.open.scopes)
      if (!declaredOn.has(scope)) declaredOn.set(scope, event.metadata.recorded)
  }
  const applyPersons = (event: OpenPartOfEvent): void => {
    openMonth.push(event)
    if (!isMonthClosed(event)) return
    openMonth.forEach(event.open.month <= lastMonthOverAt(day) ? fold.apply : applyLater)
    openMonth = []
  }
  const dueOf = (row: ScheduledScope): ReadonlyArray<ScopeDueAtDay> => {
    const clock = earliestDeletionClock(
      fold.clocksOf(row).filter(({ due }) => isErasureDueWithinLimits(limits[row.log])(due)),
    )
    if (row.run !== undefined || clock === undefined) return []
    const { scope, class: name, log } = row
    const declared = declaredOn.get(scope) ?? null
    const erasableFrom = firstErasableOn(clock)
    return [{ log, class: name, scope, due: clock.due, trigger: clock.trigger, erasableFrom, declaredOn: declared }]
  }
  return {
    apply: (event: OpenPartOfEvent): void => {
      if (event.metadata.log === 'persons') applyPersons(event)
      else if (event.metadata.recorded > day) applyLater(event)
      else fold.apply(event)
    },
    /** Sorted by scope id, which is random. */
    finish: function* (): ComputationSteps<ReadonlyArray<ScopeDueAtDay>> {
      openMonth.forEach(applyLater)
      const due: ScopeDueAtDay[] = []
      for (const part of partsOf(fold.scopes.values())) {
        due.push(...part.flatMap(dueOf))
        yield
      }
      return due.sort((a, b) => (a.scope < b.scope ? -1 : 1))
    },
  }
}
