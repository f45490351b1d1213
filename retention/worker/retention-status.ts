import { addDays, daysBetween, type Day } from '../../domain/values/day'
import { addMonths, firstDayOfMonth, type Month } from '../../domain/values/month'
import { logNames } from '../../domain/event/stream'
import { erasableLimits, overdueLimits } from '../schedule/due-limits'
import { effectiveClock, type ScheduledScope } from '../schedule/scheduled-scope'
import { countScopesOfGroups } from './due-erasure-groups'
import type { RetentionWorkerPorts } from './retention-worker-ports'
import type { RetentionStatus } from './retention-run-report'
import { classifyDueGroups, type HoldPorts } from './classify-due-groups'
import type { LogConsumerPosition } from '../guards/consumers-behind'

type Ports = HoldPorts & Pick<RetentionWorkerPorts, 'today' | 'firstDay'>

/**
 * The day on which the scope was due: for a scope that is due with the closing of a month, the last day of that month.
 * Of a scope of *persons* that is due at once only the month is known: it counts from the first day of the month, and
 * never from before the first day of the library.
 */
const overdueSince =
  (firstDay: Day | undefined) =>
  (scope: ScheduledScope): Day => {
    const { by, on } = effectiveClock(scope)?.due ?? { by: 'at once', on: '' }
    if (on.length !== 7) return on as Day
    const since =
      by === 'month' ? addDays(-1)(firstDayOfMonth(addMonths(1)(on as Month))) : firstDayOfMonth(on as Month)
    return firstDay !== undefined && since < firstDay ? firstDay : since
  }

/** The number of scopes that are due, overdue, on hold and waiting. Reads only the schedule, and erases nothing. */
export const readRetentionStatus =
  (ports: Ports) =>
  (consumers: ReadonlyArray<LogConsumerPosition>): RetentionStatus => {
    const { schedule } = ports
    const today = ports.today()
    const classified = logNames.map(classifyDueGroups(ports, consumers))
    const holds = new Set([...ports.scopesOnHold(), ...ports.scopesHeldByDamage()])
    const overdue = logNames
      .flatMap((log) => schedule.dueScopes(log, overdueLimits(today, log)))
      .filter(({ scope }) => !holds.has(scope))
    const oldest = overdue.map(overdueSince(ports.firstDay())).sort()[0]
    return {
      today,
      due: logNames.reduce((count, log) => count + schedule.dueScopes(log, erasableLimits(schedule, log)).length, 0),
      overdue: overdue.length,
      oldestOverdue: oldest,
      lagDays: oldest === undefined ? 0 : daysBetween(oldest)(today),
      onHold: classified.reduce((count, { onHold }) => count + countScopesOfGroups(onHold), 0),
      waiting: classified.reduce((count, { waiting }) => count + countScopesOfGroups(waiting), 0),
      waitingFor: [...new Set(classified.flatMap(({ waitingFor }) => waitingFor))].sort(),
    }
  }
