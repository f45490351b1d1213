import * as RA from 'fp-ts/ReadonlyArray'
import { addDays, daysBetween, type Day } from '../../domain/values/day'
import { addMonths, firstDayOfMonth, type Month } from '../../domain/values/month'
import { logNames, type LogName } from '../../domain/event/stream'
import type { ScopeId } from '../../domain/values/ids'
import { erasableDueLimits, isErasureOverdue, latestDueDatesOfOverdueErasures } from '../schedule/due-limits'
import { firstDayOrMonthAfterClosing } from '../schedule/first-erasable-on'
import type { DeletionClock } from '../schedule/schedule-change'
import { deletionClocksOfScope } from '../schedule/scheduled-scope'
import { countScopesOfErasureGroups } from './due-erasure-groups'
import type { RetentionWorkerPorts } from './retention-worker-ports'
import type { RetentionStatus } from './retention-run-report'
import { splitErasableFromHeldGroups, type ErasureObstaclePorts } from './split-erasable-from-held-groups'
import type { LogConsumerPosition } from '../guards/consumers-behind'

type Ports = ErasureObstaclePorts & Pick<RetentionWorkerPorts, 'today' | 'firstDay'>

/** The last day of the period with whose closing a scope is due; of one due at once, the day or month of recording. */
const lastDayBeforeDue = ({ due: { by, on } }: DeletionClock): string =>
  by === 'month' ? addDays(-1)(firstDayOfMonth(addMonths(1)(on as Month))) : on

/**
 * The day since which a scope is overdue: that with whose closing it was due, or that on which this was recorded, when it
 * is after the closing. Where only the month is known (*persons*) it counts from the first day of the month, and never
 * from before the first day of the library.
 */
const overdueSince =
  (firstDay: Day | undefined) =>
  (clock: DeletionClock): Day => {
    const on = clock.knownSince > firstDayOrMonthAfterClosing(clock) ? clock.knownSince : lastDayBeforeDue(clock)
    if (on.length !== 7) return on as Day
    const since = firstDayOfMonth(on as Month)
    return firstDay !== undefined && since < firstDay ? firstDay : since
  }

/** For each overdue scope of a log that nothing holds back, the clocks that made it overdue. */
const overdueClocks =
  ({ schedule, today }: Ports, holds: ReadonlySet<ScopeId>) =>
  (log: LogName): ReadonlyArray<ReadonlyArray<DeletionClock>> => {
    const limits = latestDueDatesOfOverdueErasures(today(), log)
    return schedule
      .dueScopes(log, limits)
      .filter(({ scope }) => !holds.has(scope))
      .map((scope) => deletionClocksOfScope(scope).filter(isErasureOverdue(limits)))
      .filter(RA.isNonEmpty)
  }

/** The number of scopes that are due, overdue, on hold and waiting. Reads only the schedule, and erases nothing. */
export const readRetentionStatus =
  (ports: Ports) =>
  (consumers: ReadonlyArray<LogConsumerPosition>): RetentionStatus => {
    const { schedule } = ports
    const today = ports.today()
    const classified = logNames.map(splitErasableFromHeldGroups(ports, consumers))
    const legalHolds = ports.legalHolds()
    const holds = new Set([...legalHolds.scopes, ...legalHolds.endedLately, ...ports.scopesHeldByDamagedEvents()])
    const overdue = logNames.flatMap(overdueClocks(ports, holds))
    const oldest = overdue.flat().map(overdueSince(ports.firstDay())).sort()[0]
    return {
      today,
      due: logNames.reduce((count, log) => count + schedule.dueScopes(log, erasableDueLimits(schedule, log)).length, 0),
      overdue: overdue.length,
      oldestOverdue: oldest,
      lagDays: oldest === undefined ? 0 : daysBetween(oldest)(today),
      onHold: classified.reduce((count, { onHold }) => count + countScopesOfErasureGroups(onHold), 0),
      holdsInForce: legalHolds.count,
      unreadableHolds: legalHolds.unreadable,
      waiting: classified.reduce((count, { waiting }) => count + countScopesOfErasureGroups(waiting), 0),
      waitingFor: [...new Set(classified.flatMap(({ waitingFor }) => waitingFor))].sort(),
    }
  }
