import type { Aggregate } from '../../command-handling/aggregate'
import type { DayCommand } from './decide-day-command'
import { dayDecider } from './day-decider'
import type { DayEvent } from './day-event'
import type { DayRefusal } from './day-refusal'
import type { DayState } from './day-state'

/** Days have a stream each, in *circulation* only. */
export const dayAggregate: Aggregate<DayCommand, DayState, DayEvent, DayRefusal> = {
  ...dayDecider,
  log: 'circulation',
  category: 'day',
}
