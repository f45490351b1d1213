import type { LogName } from '../../domain/event/stream'
import type { Position } from '../../domain/ports/event-store'

/** A reactor or a projection, and how far it has come in a log; nowhere yet when undefined. */
export interface FollowerAt {
  readonly name: string
  readonly log: LogName
  readonly position: Position | undefined
}

/** A place in a log that every follower must have passed before something is erased. */
export interface Needed {
  readonly log: LogName
  readonly position: Position
}

/** The names of the followers that have not come so far: nothing is erased ahead of them. */
export const waitingFor =
  (followers: ReadonlyArray<FollowerAt>) =>
  (needs: ReadonlyArray<Needed>): ReadonlyArray<string> => {
    const behind = needs.flatMap(({ log, position }) =>
      followers.filter((at) => at.log === log && (at.position === undefined || at.position < position)),
    )
    return [...new Set(behind.map(({ name }) => name))].sort()
  }
