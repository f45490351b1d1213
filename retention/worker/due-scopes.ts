import type { LogName } from '../../domain/event/stream'
import type { ScopeId } from '../../domain/values/ids'
import type { ScopeClock } from '../schedule/entry'
import { erasable } from '../schedule/limits'
import type { Schedule } from '../schedule/schedule'
import { clockOf, type ScheduledScope } from '../schedule/scheduled-scope'

/** What ends together: a scope, or a borrower with all that lives in the borrower's own stream. */
export interface Family {
  readonly head: ScheduledScope
  readonly clock: ScopeClock
  /** The head among them. */
  readonly members: ReadonlyArray<ScheduledScope>
}

const family =
  (schedule: Schedule) =>
  (head: ScheduledScope): ReadonlyArray<Family> => {
    const clock = clockOf(head)
    if (clock === undefined) return []
    const members = head.class === 'borrower' ? schedule.livingIn(head.log, head.stream) : [head]
    return [{ head, clock, members }]
  }

/** What is due in a log and not declared yet, in the order of scope ids, which is random. */
export const dueIn = (schedule: Schedule, log: LogName): ReadonlyArray<Family> => {
  const due = schedule.due(log, erasable(schedule, log)).filter(({ run }) => run === undefined)
  const families = due.filter(({ class: name }) => name === 'borrower').flatMap(family(schedule))
  const taken = new Set<ScopeId>(families.flatMap(({ members }) => members.map(({ scope }) => scope)))
  const alone = due.filter(({ scope }) => !taken.has(scope)).flatMap(family(schedule))
  return [...families, ...alone].sort((a, b) => (a.head.scope < b.head.scope ? -1 : 1))
}

export const sizeOf = (families: ReadonlyArray<Family>): number =>
  families.reduce((size, { members }) => size + members.length, 0)
