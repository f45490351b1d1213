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
      /** Whether nobody returned the copy: the log has the loan end because the next one began. */
      readonly isByNextLoan?: boolean
    }

/** What ends each loan of a timeline; undefined for a loan that still runs. */
type LoanEnds = ReadonlyMap<LoanId, TimelineEntry | undefined>

/**
 * At one moment a copy is returned first, and lent then, unless the log has a loan of that moment end with the return.
 * Equal entries are sorted by what they name.
 */
const byTime = (timeline: ReadonlyArray<TimelineEntry>) => {
  const begun = new Set(timeline.flatMap((entry) => (entry.type === 'lent' ? [`${entry.loan} ${entry.at}`] : [])))
  const sortKeyOf = (entry: TimelineEntry): string => {
    if (entry.type === 'lent') return `${entry.at} 1 ${entry.loan} 0`
    return entry.ended !== undefined && begun.has(`${entry.ended} ${entry.at}`)
      ? `${entry.at} 1 ${entry.ended} 1`
      : `${entry.at} 0 ${entry.branch}`
  }
  return (one: TimelineEntry, other: TimelineEntry): number => {
    const [key, otherKey] = [sortKeyOf(one), sortKeyOf(other)]
    return key < otherKey ? -1 : key > otherKey ? 1 : 0
  }
}

/** The timeline with a new entry. A loan that ends an earlier one has its end, which the log has right before it. */
export const addTimelineEntry = (
  timeline: ReadonlyArray<TimelineEntry>,
  entry: TimelineEntry,
  endsEarlierLoan: boolean,
): ReadonlyArray<TimelineEntry> => {
  const last = timeline.at(-1)
  return endsEarlierLoan && last?.type === 'returned' && last.ended !== undefined && last.at === entry.at
    ? [...timeline.slice(0, -1), { ...last, isByNextLoan: true }, entry]
    : [...timeline, entry]
}

/**
 * A loan ends with the first return after it, or with the next loan of the copy. The order in which the entries are given
 * does not matter.
 */
export const loanEndsOfTimeline = (timeline: ReadonlyArray<TimelineEntry>): LoanEnds => {
  const ends = new Map<LoanId, TimelineEntry | undefined>()
  let current: LoanId | undefined
  const happened = timeline.filter((entry) => entry.type === 'lent' || !entry.isByNextLoan)
  for (const entry of happened.toSorted(byTime(timeline))) {
    if (current !== undefined) ends.set(current, entry)
    current = entry.type === 'lent' ? entry.loan : undefined
    if (current !== undefined) ends.set(current, undefined)
  }
  return ends
}

/** Whether a loan ended because the copy was lent again, without a return. */
export const isEndByNextLoan = ({ type }: TimelineEntry): boolean => type === 'lent'

/** Whether something happened to the copy after an entry. */
export const isFollowedInTimeline =
  (one: TimelineEntry) =>
  (timeline: ReadonlyArray<TimelineEntry>): boolean => {
    const compare = byTime(timeline)
    return timeline.some((other) => compare(one, other) < 0)
  }
