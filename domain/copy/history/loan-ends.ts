import type { BranchId, LoanId } from '../../values/ids'
import type { Instant } from '../../values/instant'

/** A copy was lent, or was returned, at a moment. */
export type TimelineEntry =
  | { readonly type: 'lent'; readonly at: Instant; readonly branch: BranchId; readonly loan: LoanId }
  | {
      readonly type: 'returned'
      readonly at: Instant
      readonly branch: BranchId
      /** The loan that the log has end with it; undefined when there is none. */
      readonly ended?: LoanId
    }

/** What ends each loan of a timeline; undefined for a loan that still runs. */
export type LoanEnds = ReadonlyMap<LoanId, TimelineEntry | undefined>

/** At one moment a copy is returned first, and lent then. Equal entries are sorted by what they name. */
const sortKeyOf = (entry: TimelineEntry): string =>
  entry.type === 'returned' ? `${entry.at} 0 ${entry.branch}` : `${entry.at} 1 ${entry.loan}`

const byTime = (one: TimelineEntry, other: TimelineEntry): number => {
  const [key, otherKey] = [sortKeyOf(one), sortKeyOf(other)]
  return key < otherKey ? -1 : key > otherKey ? 1 : 0
}

/**
 * A loan ends with the first return after it, or with the next loan of the copy. The order in which the entries are given
 * does not matter. A return of the moment of a loan came before it: it may be the end of the loan before, which a loan
 * ends at its own moment.
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

/** Whether something happened to the copy after an entry. */
export const hasEntryAfter =
  (one: TimelineEntry) =>
  (timeline: ReadonlyArray<TimelineEntry>): boolean =>
    timeline.some((other) => byTime(one, other) < 0)
