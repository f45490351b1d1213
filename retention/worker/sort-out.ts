import type { LogName } from '../../domain/event/stream'
import type { ScopeId } from '../../domain/values/ids'
import { waitingFor, type FollowerAt } from '../guards/nothing-ahead'
import type { Schedule } from '../schedule/schedule'
import { dueIn, type Family } from './due-scopes'
import { neededFor } from './needed'

/** What is due, by what becomes of it now. */
export interface SortedOut {
  readonly ready: ReadonlyArray<Family>
  readonly held: ReadonlyArray<Family>
  readonly waiting: ReadonlyArray<Family>
  readonly waitingFor: ReadonlyArray<string>
}

/** What is due in a log; sets aside what is under a hold, and what stands ahead of a follower. A held scope keeps its borrower. */
export const sortOut =
  (schedule: Schedule, holds: ReadonlySet<ScopeId>, followers: ReadonlyArray<FollowerAt>) =>
  (log: LogName): SortedOut => {
    const families = dueIn(schedule, log)
    const needed = neededFor(schedule, log)
    const isHeld = ({ members }: Family): boolean => members.some(({ scope }) => holds.has(scope))
    const names = waitingFor(followers)
    const behind = (family: Family): ReadonlyArray<string> => names(needed(family.head, family.clock))
    const free = families.filter((family) => !isHeld(family)).map((family) => ({ family, names: behind(family) }))
    return {
      ready: free.filter((each) => each.names.length === 0).map(({ family }) => family),
      held: families.filter(isHeld),
      waiting: free.filter((each) => each.names.length > 0).map(({ family }) => family),
      waitingFor: [...new Set(free.flatMap((each) => each.names))].sort(),
    }
  }
