import type { Aggregate } from '../../command-handling/aggregate'
import type { DayCommand } from './decide'
import { dayDecider } from './decider'
import type { DayEvent } from './day-event'
import type { DayRefusal } from './refusal'
import type { DayState } from './state'

/** Days have a stream each, in *circulation* only. */
export const dayAggregate: Aggregate<DayCommand, DayState, DayEvent, DayRefusal> = {
  ...dayDecider,
  log: 'circulation',
  category: 'day',
}
