import type { LogName } from '../event/stream'
import type { Position, Revision } from '../ports/event-store'
import type { Day } from '../values/day'
import { monthOf } from '../values/month'

/**
 * Up to where a replay goes. A day: with all that was recorded on it; in *persons*, which has no days, with all of its
 * month. A position of *circulation*, or a revision of the stream: with that event.
 */
export type ReplayPoint =
  | { readonly _tag: 'Now' }
  | { readonly _tag: 'Day'; readonly day: Day }
  | { readonly _tag: 'Position'; readonly position: Position }
  | { readonly _tag: 'Revision'; readonly revision: Revision }

export const replayNow: ReplayPoint = { _tag: 'Now' }

/** What tells where an event stands. */
interface PlacedEvent {
  readonly revision: Revision
  readonly position: Position
  readonly recorded: string
}

/** Whether an event of a log lies within a replay. */
export const isWithinReplay =
  (log: LogName, point: ReplayPoint) =>
  ({ revision, position, recorded }: PlacedEvent): boolean => {
    switch (point._tag) {
      case 'Now':
        return true
      case 'Day':
        return recorded <= (log === 'persons' ? monthOf(point.day) : point.day)
      case 'Position':
        return position <= point.position
      case 'Revision':
        return revision <= point.revision
    }
  }
