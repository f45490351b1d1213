import type { LogName } from '../../domain/event/stream'
import type { ScopeId } from '../../domain/values/ids'
import type { DeletionClock } from '../schedule/schedule-change'
import { erasableDueLimits } from '../schedule/due-limits'
import type { Schedule } from '../schedule/schedule'
import { effectiveDeletionClock, type ScheduledScope } from '../schedule/scheduled-scope'

/** Scopes that are erased together: one scope, or a borrower with every scope of the borrower's own stream. */
export interface ErasureGroup {
  readonly head: ScheduledScope
  readonly clock: DeletionClock
  /** Includes the head. */
  readonly members: ReadonlyArray<ScheduledScope>
}

const groupOf =
  (schedule: Schedule) =>
  (head: ScheduledScope): ReadonlyArray<ErasureGroup> => {
    const clock = effectiveDeletionClock(head)
    if (clock === undefined) return []
    const members = head.class === 'borrower' ? schedule.livingScopesIn(head.log, head.stream) : [head]
    return [{ head, clock, members }]
  }

/** By stream, then by scope id, which is random. */
const compareGroups = ({ head: a }: ErasureGroup, { head: b }: ErasureGroup): number =>
  (a.stream === b.stream ? a.scope < b.scope : a.stream < b.stream) ? -1 : 1

/**
 * The groups that are due in a log and not declared yet. Those of one stream follow each other, so that a run verifies
 * what it has erased with one reading of each stream. The log tells anyway which scopes a stream names.
 */
export const dueErasureGroupsIn = (schedule: Schedule, log: LogName): ReadonlyArray<ErasureGroup> => {
  const due = schedule.dueScopes(log, erasableDueLimits(schedule, log)).filter(({ run }) => run === undefined)
  const borrowerGroups = due.filter(({ class: name }) => name === 'borrower').flatMap(groupOf(schedule))
  const grouped = new Set<ScopeId>(borrowerGroups.flatMap(({ members }) => members.map(({ scope }) => scope)))
  const singleGroups = due.filter(({ scope }) => !grouped.has(scope)).flatMap(groupOf(schedule))
  return [...borrowerGroups, ...singleGroups].sort(compareGroups)
}

export const countScopesOfErasureGroups = (groups: ReadonlyArray<ErasureGroup>): number =>
  groups.reduce((size, { members }) => size + members.length, 0)
