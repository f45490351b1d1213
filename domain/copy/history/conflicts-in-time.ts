import type { CopyAvailability } from '../../policy/lending-rules'
import type { BorrowerId, LoanId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { copyAvailabilityFor } from '../copy-availability'
import type { KnownCopy } from '../state'
import { staysWithdrawn } from '../withdrawn-again'
import type { CopyHistory } from './copy-history'
import { isReservedSince, isScannedBetween, isWithdrawnAfter } from './dated-changes'
import type { ChangedLoanEnd } from './loan-end-corrections'
import { isEndByNextLoan, loanEnds, type TimelineEntry } from './loan-ends'

/** A loan at its place in time. */
export interface LoanInTime {
  readonly borrower: BorrowerId
  readonly at: Instant
  /** The loan that ends with it; undefined when none does. */
  readonly changed: ChangedLoanEnd | undefined
  /** What ends it; undefined while it runs. */
  readonly end: TimelineEntry | undefined
}

/** Whether the copy was on loan, or lost with an earlier loan, when it was lent; undefined when it was neither. */
const conflictWithEarlierLoan = (
  { datedChanges, timeline }: CopyHistory,
  { at, changed }: LoanInTime,
): 'copyOnLoan' | 'copyLost' | undefined => {
  if (changed === undefined) return undefined
  const { lentOn, end } = changed.loan
  if (isScannedBetween(lentOn, dayOf(at))(datedChanges, timeline)) return undefined
  return end !== undefined && end.at < at ? 'copyLost' : 'copyOnLoan'
}

/** How the copy stood when it was lent, by the order in time of what happened to it. */
export const availabilityInTime =
  (history: CopyHistory, loan: LoanInTime) =>
  (state: KnownCopy): CopyAvailability => {
    const known = copyAvailabilityFor(loan.borrower)(state)
    const isReservedLater = isReservedSince(loan.at)(history.datedChanges, history.timeline)
    const now = known === 'copySetAsideForAnother' && isReservedLater ? 'available' : known
    if (loan.end === undefined) return conflictWithEarlierLoan(history, loan) ?? now
    if (isEndByNextLoan(loan.end)) return 'copyOnLoan'
    const earlier = conflictWithEarlierLoan(history, loan)
    if (earlier !== undefined) return earlier
    return now === 'copySetAsideForAnother' ? now : 'available'
  }

/** Whether the copy was withdrawn before a loan of it ended. A history without the withdrawal is younger than that. */
export const isWithdrawnDuring =
  ({ datedChanges }: CopyHistory, endedAt: Instant | undefined) =>
  (state: KnownCopy): boolean =>
    staysWithdrawn(state) && (endedAt === undefined || !isWithdrawnAfter(endedAt)(datedChanges))

/** Whether the copy was lent while another loan of it ran: one of the two ended when the other one began. */
export const overlapsAnother =
  (loan: LoanId) =>
  ({ timeline }: CopyHistory): boolean => {
    const ends = loanEnds(timeline)
    const begun = timeline.find((entry) => entry.type === 'lent' && entry.loan === loan)
    const isEndOfUnread = (entry: TimelineEntry): boolean =>
      entry.type === 'returned' &&
      entry.isByNextLoan === true &&
      entry.at === begun?.at &&
      entry.ended !== undefined &&
      !ends.has(entry.ended)
    const own = ends.get(loan)
    return (
      (own !== undefined && isEndByNextLoan(own)) ||
      [...ends.values()].some((end) => end?.type === 'lent' && end.loan === loan) ||
      timeline.some(isEndOfUnread)
    )
  }
