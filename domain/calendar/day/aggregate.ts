import type { Aggregate } from '../../command-handling/aggregate'
import type { DayCommand } from './decide'
import { dayDecider } from './decider'
import type { DayEvent } from './day-event'
import type { DayRefusal } from './refusal'
import type { DayState } from './state'

/** Days stand in *circulation* alone. */
export const dayAggregate: Aggregate<DayCommand, DayState, DayEvent, DayRefusal> = {
  ...dayDecider,
  log: 'circulation',
  category: 'day',
}
