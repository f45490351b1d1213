import { addDays, type Day } from '../../domain/values/day'
import { addMonths, firstDayOfMonth, isMonth } from '../../domain/values/month'
import type { DeletionClock } from './schedule-change'

/** The day (in *persons*: the month) after the closing that makes a scope due; for one due at once, that of recording. */
export const firstDayOrMonthAfterClosing = ({ due: { by, on }, knownSince }: DeletionClock): string => {
  if (by === 'at once') return on
  if (!isMonth(on)) return addDays(1)(on as Day)
  const next = addMonths(1)(on)
  return isMonth(knownSince) ? next : firstDayOfMonth(next)
}

/**
 * The first day (in *persons*: the first month) on which the worker could erase a scope: after the closing that it waits
 * for, and not before the log says that it is due.
 */
export const firstErasableOn = (clock: DeletionClock): string => {
  const afterClosing = firstDayOrMonthAfterClosing(clock)
  return afterClosing < clock.knownSince ? clock.knownSince : afterClosing
}
