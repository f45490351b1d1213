import { firstErasableOn, isDueNoLater, type DeletionClock } from './due-time'
import type { LogName } from './exported-event'

/** A scope that an event names and that has no certificate: the unit of erasure, with one key. */
export interface Scope {
  readonly scope: string
  readonly class: string
  readonly log: LogName
  readonly stream: string
  /** Its end; of several, the earliest. */
  readonly clock: DeletionClock | undefined
  /** Its latest end, when nothing else happens; of several, the last one. */
  readonly latestClock: DeletionClock | undefined
  /** The run that declared it due. */
  readonly run: string | undefined
}

/** An end in the place of a later one that had made the scope due already: the log says since then that it is due. */
const inPlaceOfLater = (later: DeletionClock, earlier: DeletionClock): DeletionClock => ({
  ...earlier,
  knownSince: [earlier.knownSince, firstErasableOn(later)].sort()[0] ?? earlier.knownSince,
})

/** The scope with a new end or latest end. */
export const withDeletionClock = (scope: Scope, member: 'clock' | 'latestClock', next: DeletionClock): Scope => {
  const current = scope[member]
  if (current === undefined) return { ...scope, [member]: next }
  if (!isDueNoLater(current.due, next.due)) return { ...scope, [member]: inPlaceOfLater(current, next) }
  return member === 'latestClock' ? { ...scope, latestClock: next } : scope
}

/** The end and the latest end, as far as there are any. */
export const deletionClocksOfScope = ({ clock, latestClock }: Scope): ReadonlyArray<DeletionClock> =>
  [clock, latestClock].flatMap((each) => each ?? [])

/** The clock that makes a scope due first; undefined while there is none. */
export const earliestDeletionClock = (clocks: ReadonlyArray<DeletionClock>): DeletionClock | undefined =>
  clocks.reduce<DeletionClock | undefined>(
    (first, clock) => (first !== undefined && isDueNoLater(first.due, clock.due) ? first : clock),
    undefined,
  )
