import type { Decider } from '../../event/decider'
import { decide, type MonthCommand } from './decide-month-command'
import { evolve } from './evolve-month'
import type { MonthEvent } from './month-event'
import type { MonthRefusal } from './month-refusal'
import { unopenedMonth, type MonthState } from './month-state'

/** A calendar month: opened by its first loan or reservation, counted, and closed in order in each log. */
export const monthDecider: Decider<MonthCommand, MonthState, MonthEvent, MonthRefusal> = {
  initial: unopenedMonth,
  evolve,
  decide,
}
