import { firstErasableOn, isDueNoLater, type DeletionClock } from './due-time'
import type { LogName } from './exported-event'

/** A scope that an event names and that has no certificate: the unit of erasure, with one key. */
export interface Scope {
  readonly scope: string
  readonly class: string
  readonly log: LogName
  readonly stream: string
  /** Its end; of several, the earliest. */
  readonly end: DeletionClock | undefined
  /** Its latest end, when nothing else happens; of several, the last one. */
  readonly latestEnd: DeletionClock | undefined
  /** The run that declared it due. */
  readonly run: string | undefined
}

/** An end in the place of a later one that had made the scope due already: the log says since then that it is due. */
const inPlaceOf = (later: DeletionClock, earlier: DeletionClock): DeletionClock => ({
  ...earlier,
  knownSince: [earlier.knownSince, firstErasableOn(later)].sort()[0] ?? earlier.knownSince,
})

/** The scope with a new end or latest end. */
export const withClock = (scope: Scope, member: 'end' | 'latestEnd', next: DeletionClock): Scope => {
  const current = scope[member]
  if (current === undefined) return { ...scope, [member]: next }
  if (!isDueNoLater(current.due, next.due)) return { ...scope, [member]: inPlaceOf(current, next) }
  return member === 'latestEnd' ? { ...scope, latestEnd: next } : scope
}

/** The end and the latest end, as far as there are any. */
export const clocksOf = ({ end, latestEnd }: Scope): ReadonlyArray<DeletionClock> =>
  [end, latestEnd].flatMap((clock) => clock ?? [])

/** The clock that makes a scope due first; undefined while there is none. */
export const earliest = (clocks: ReadonlyArray<DeletionClock>): DeletionClock | undefined =>
  clocks.reduce<DeletionClock | undefined>(
    (first, clock) => (first !== undefined && isDueNoLater(first.due, clock.due) ? first : clock),
    undefined,
  )
