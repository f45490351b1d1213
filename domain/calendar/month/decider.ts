import type { Decider } from '../../event/decider'
import { decide, type MonthCommand } from './decide'
import { evolve } from './evolve'
import type { MonthEvent } from './month-event'
import type { MonthRefusal } from './refusal'
import { unopened, type MonthState } from './state'

/** A calendar month: opened by its first loan, counted, and closed in its turn in each log. */
export const monthDecider: Decider<MonthCommand, MonthState, MonthEvent, MonthRefusal> = {
  initial: unopened,
  evolve,
  decide,
}
