import { addDays, type Day } from '../../domain/values/day'
import { addMonths, monthOf } from '../../domain/values/month'
import type { LogName } from '../../domain/event/stream'
import { pipe } from 'fp-ts/function'
import type { Limits, Schedule } from './schedule'

const always = '9999'

/** What may be erased now: what is due at once, and what the log's own closings have made due. */
export const erasable = (schedule: Schedule, log: LogName): Limits => ({
  atOnce: always,
  day: schedule.closed(log, 'day')?.on,
  month: schedule.closed(log, 'month')?.on,
})

/**
 * What should have been erased before today by the calendar alone, whether or not its day was closed. Yesterday is
 * left out: its closing comes first today.
 */
export const late = (today: Day, log: LogName): Limits => {
  const yesterday = addDays(-1)(today)
  return {
    atOnce: log === 'persons' ? pipe(today, monthOf, addMonths(-1)) : yesterday,
    day: addDays(-1)(yesterday),
    month: pipe(yesterday, monthOf, addMonths(-1)),
  }
}
