import { addDays, type Day } from '../../domain/values/day'
import { addMonths, monthOf } from '../../domain/values/month'
import type { LogName } from '../../domain/event/stream'
import { pipe } from 'fp-ts/function'
import type { DueLimits, Schedule } from './schedule'

const noLimit = '9999'

/** The limits of what may be erased now: everything due at once, and what the log's closings have made due. */
export const erasableLimits = (schedule: Schedule, log: LogName): DueLimits => ({
  atOnce: noLimit,
  day: schedule.lastClosing(log, 'day')?.on,
  month: schedule.lastClosing(log, 'month')?.on,
})

/**
 * The limits of what should have been erased before today by the calendar, whether or not its day is closed. Yesterday is
 * not included, because it is closed today.
 */
export const overdueLimits = (today: Day, log: LogName): DueLimits => {
  const yesterday = addDays(-1)(today)
  return {
    atOnce: log === 'persons' ? pipe(today, monthOf, addMonths(-1)) : yesterday,
    day: addDays(-1)(yesterday),
    month: pipe(yesterday, monthOf, addMonths(-1)),
  }
}
