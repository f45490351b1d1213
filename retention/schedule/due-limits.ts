import { addDays, type Day } from '../../domain/values/day'
import { addMonths, monthOf } from '../../domain/values/month'
import type { LogName } from '../../domain/event/stream'
import { pipe } from 'fp-ts/function'
import { firstDayOrMonthAfterClosing } from './first-erasable-on'
import { isErasureDueWithinLimits, type DueLimits, type Schedule } from './schedule'
import type { DeletionClock } from './schedule-change'

const noLimit = '9999'

/** The limits of what may be erased now: everything due at once, and what the log's closings have made due. */
export const erasableDueLimits = (schedule: Pick<Schedule, 'lastClosing'>, log: LogName): DueLimits => ({
  atOnce: noLimit,
  day: schedule.lastClosing(log, 'day')?.on,
  month: schedule.lastClosing(log, 'month')?.on,
})

/**
 * The limits of what should have been erased before today by the calendar, whether or not its day is closed. Yesterday is
 * not included, because it is closed today.
 */
export const latestDueDatesOfOverdueErasures = (today: Day, log: LogName): DueLimits => {
  const yesterday = addDays(-1)(today)
  return {
    atOnce: log === 'persons' ? pipe(today, monthOf, addMonths(-1)) : yesterday,
    day: addDays(-1)(yesterday),
    month: pipe(yesterday, monthOf, addMonths(-1)),
  }
}

/**
 * Whether a clock made a scope overdue: due within the limits of what is overdue, and known to be due before today. What
 * becomes due only by what is recorded today is late when the runs of today have left it.
 */
export const isErasureOverdue =
  (limits: DueLimits) =>
  (clock: DeletionClock): boolean =>
    isErasureDueWithinLimits(limits)(clock.due) &&
    (clock.knownSince <= firstDayOrMonthAfterClosing(clock) ||
      isErasureDueWithinLimits(limits)({ by: 'at once', on: clock.knownSince }))
