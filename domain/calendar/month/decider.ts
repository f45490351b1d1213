import type { Decider } from '../../event/decider'
import { decide, type MonthCommand } from './decide'
import { evolve } from './evolve'
import type { MonthEvent } from './month-event'
import type { MonthRefusal } from './refusal'
import { unopenedMonth, type MonthState } from './state'

/** A calendar month: opened by its first loan, counted, and closed in order in each log. */
export const monthDecider: Decider<MonthCommand, MonthState, MonthEvent, MonthRefusal> = {
  initial: unopenedMonth,
  evolve,
  decide,
}
