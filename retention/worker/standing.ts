import { daysFrom, type Day } from '../../domain/values/day'
import { firstDayOf, type Month } from '../../domain/values/month'
import { logNames } from '../../domain/event/stream'
import { erasable, late } from '../schedule/limits'
import { clockOf, type ScheduledScope } from '../schedule/scheduled-scope'
import { sizeOf } from './due-scopes'
import type { WorkerPorts } from './ports'
import type { Standing } from './report'
import { sortOut } from './sort-out'
import type { FollowerAt } from '../guards/nothing-ahead'

type Ports = Pick<WorkerPorts, 'schedule' | 'today' | 'held'>

/** When it should have been erased, as a day: the first of the month for what ends with a month. */
const since = (scope: ScheduledScope): Day => {
  const on = clockOf(scope)?.due.on ?? ''
  return on.length === 7 ? firstDayOf(on as Month) : (on as Day)
}

/** What is due, overdue, held and waiting now. Reads the schedule alone; nothing is erased. */
export const standingOf =
  (ports: Ports) =>
  (followers: ReadonlyArray<FollowerAt>): Standing => {
    const { schedule } = ports
    const today = ports.today()
    const sorted = logNames.map(sortOut(schedule, ports.held(), followers))
    const holds = ports.held()
    const overdue = logNames
      .flatMap((log) => schedule.due(log, late(today, log)))
      .filter(({ scope }) => !holds.has(scope))
    const oldest = overdue.map(since).sort()[0]
    return {
      today,
      due: logNames.reduce((count, log) => count + schedule.due(log, erasable(schedule, log)).length, 0),
      overdue: overdue.length,
      oldestOverdue: oldest,
      lagDays: oldest === undefined ? 0 : daysFrom(oldest)(today),
      held: sorted.reduce((count, { held }) => count + sizeOf(held), 0),
      waiting: sorted.reduce((count, { waiting }) => count + sizeOf(waiting), 0),
      waitingFor: [...new Set(sorted.flatMap((each) => each.waitingFor))].sort(),
    }
  }
