import type { LogName } from '../../../domain/event/stream'
import type { Position } from '../../../domain/ports/event-store'
import type { Reached } from '../../coordination/presence'
import type { Follower } from '../../running/follower'

/** How far everybody whom a follower keeps abreast has come: as far as the last of them. */
export const reachedBy = (follower: Pick<Follower, 'followers'>): Reached => {
  const least = (log: LogName): Position | '' =>
    follower
      .followers()
      .map(({ at }) => at[log])
      .reduce((least, at) => (at < least ? at : least))
  return { circulation: least('circulation'), persons: least('persons') }
}
