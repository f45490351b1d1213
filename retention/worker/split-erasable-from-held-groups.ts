import type { LogName } from '../../domain/event/stream'
import { consumersBehind, type LogConsumerPosition } from '../guards/consumers-behind'
import { isUnderLegalHold } from '../guards/legal-holds'
import { dueErasureGroupsIn, type ErasureGroup } from './due-erasure-groups'
import { positionsRequiredBeforeErasing } from './positions-required-before-erasing'
import type { RetentionWorkerPorts } from './retention-worker-ports'

/** The groups that are due: to be erased now, on hold, or waiting for a log consumer. */
interface ClassifiedGroups {
  readonly ready: ReadonlyArray<ErasureGroup>
  readonly onHold: ReadonlyArray<ErasureGroup>
  readonly waiting: ReadonlyArray<ErasureGroup>
  readonly waitingFor: ReadonlyArray<string>
}

/** What may keep a scope from being erased. */
export type ErasureObstaclePorts = Pick<RetentionWorkerPorts, 'schedule' | 'legalHolds' | 'scopesHeldByDamagedEvents'>

/**
 * Sorts the groups that are due in a log by whether they may be erased now. A scope under a legal hold also holds back
 * the borrower in whose stream it lives; a scope in doubt holds back itself only.
 */
export const splitErasableFromHeldGroups =
  (
    { schedule, legalHolds, scopesHeldByDamagedEvents }: ErasureObstaclePorts,
    consumers: ReadonlyArray<LogConsumerPosition>,
  ) =>
  (log: LogName): ClassifiedGroups => {
    const groups = dueErasureGroupsIn(schedule, log)
    const requiredPositions = positionsRequiredBeforeErasing(schedule, log)
    const [isUnderHold, inDoubt] = [isUnderLegalHold(legalHolds()), scopesHeldByDamagedEvents()]
    const isOnHold = ({ head, members }: ErasureGroup): boolean => inDoubt.has(head.scope) || members.some(isUnderHold)
    const findConsumersBehind = consumersBehind(consumers)
    const consumersBehindFor = (group: ErasureGroup): ReadonlyArray<string> =>
      findConsumersBehind(requiredPositions(group.head, group.clock))
    const notOnHold = groups
      .filter((group) => !isOnHold(group))
      .map((group) => ({ group, behind: consumersBehindFor(group) }))
    return {
      ready: notOnHold.filter(({ behind }) => behind.length === 0).map(({ group }) => group),
      onHold: groups.filter(isOnHold),
      waiting: notOnHold.filter(({ behind }) => behind.length > 0).map(({ group }) => group),
      waitingFor: [...new Set(notOnHold.flatMap(({ behind }) => behind))].sort(),
    }
  }
