import type { BranchId, LoanId } from '../../values/ids'
import type { Instant } from '../../values/instant'

/** A copy was lent, or was returned, at a moment. */
export type TimelineEntry =
  | { readonly type: 'lent'; readonly at: Instant; readonly branch: BranchId; readonly loan: LoanId }
  | { readonly type: 'returned'; readonly at: Instant; readonly branch: BranchId }

/** What ends each loan of a timeline; undefined for a loan that still runs. */
export type LoanEnds = ReadonlyMap<LoanId, TimelineEntry | undefined>

const byTime = (one: TimelineEntry, other: TimelineEntry): number =>
  one.at < other.at ? -1 : one.at > other.at ? 1 : 0

/**
 * A loan ends with the first return after it, or with the next loan of the copy. Entries of one moment keep the order in
 * which they are given.
 */
export const loanEnds = (timeline: ReadonlyArray<TimelineEntry>): LoanEnds => {
  const ends = new Map<LoanId, TimelineEntry | undefined>()
  let current: LoanId | undefined
  for (const entry of timeline.toSorted(byTime)) {
    if (current !== undefined) ends.set(current, entry)
    current = entry.type === 'lent' ? entry.loan : undefined
    if (current !== undefined) ends.set(current, undefined)
  }
  return ends
}

/** Whether something happened to the copy after a moment. */
export const hasEntryAfter =
  (at: Instant) =>
  (timeline: ReadonlyArray<TimelineEntry>): boolean =>
    timeline.some((entry) => entry.at > at)
