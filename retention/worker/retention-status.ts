import { daysBetween, type Day } from '../../domain/values/day'
import { firstDayOfMonth, type Month } from '../../domain/values/month'
import { logNames } from '../../domain/event/stream'
import { erasableLimits, overdueLimits } from '../schedule/due-limits'
import { effectiveClock, type ScheduledScope } from '../schedule/scheduled-scope'
import { countScopesOfGroups } from './due-erasure-groups'
import type { RetentionWorkerPorts } from './retention-worker-ports'
import type { RetentionStatus } from './retention-run-report'
import { classifyDueGroups } from './classify-due-groups'
import type { LogConsumerPosition } from '../guards/consumers-behind'

type Ports = Pick<RetentionWorkerPorts, 'schedule' | 'today' | 'scopesOnHold'>

/** The day on which the scope was due; for a scope that is due with a month, the first day of that month. */
const overdueSince = (scope: ScheduledScope): Day => {
  const on = effectiveClock(scope)?.due.on ?? ''
  return on.length === 7 ? firstDayOfMonth(on as Month) : (on as Day)
}

/** The number of scopes that are due, overdue, on hold and waiting. Reads only the schedule, and erases nothing. */
export const readRetentionStatus =
  (ports: Ports) =>
  (consumers: ReadonlyArray<LogConsumerPosition>): RetentionStatus => {
    const { schedule } = ports
    const today = ports.today()
    const classified = logNames.map(classifyDueGroups(schedule, ports.scopesOnHold(), consumers))
    const holds = ports.scopesOnHold()
    const overdue = logNames
      .flatMap((log) => schedule.dueScopes(log, overdueLimits(today, log)))
      .filter(({ scope }) => !holds.has(scope))
    const oldest = overdue.map(overdueSince).sort()[0]
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
