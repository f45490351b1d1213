import type { LogName } from '../../event/stream'
import type { Aggregate } from '../../command-handling/aggregate'
import type { MonthCommand } from './decide-month-command'
import { monthDecider } from './month-decider'
import type { MonthEvent } from './month-event'
import type { MonthRefusal } from './month-refusal'
import type { MonthState } from './month-state'

/** Months are closed in each log; they are counted in *circulation*. */
export const monthAggregate = (log: LogName): Aggregate<MonthCommand, MonthState, MonthEvent, MonthRefusal> => ({
  ...monthDecider,
  log,
  category: 'month',
})
