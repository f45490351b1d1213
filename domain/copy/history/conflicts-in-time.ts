import type { CopyAvailability } from '../../policy/lending-rules'
import type { BorrowerId, LoanId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { copyAvailabilityFor } from '../copy-availability-for-borrower'
import type { KnownCopy } from '../copy-state'
import { isWithdrawnNowOrAfterLoan } from '../withdrawn-event-after-loan-end'
import type { CopyHistory } from './copy-history'
import { isCopyReservedOnlyAfter, isScannedBetween, isWithdrawnAfter } from './dated-copy-changes'
import type { ChangedLoanEnd } from './loan-end-corrections'
import { isEndByNextLoan, loanEndsOfTimeline, type TimelineEntry } from './loan-ends-of-timeline'

/** A loan at its place in time. */
export interface LoanOnTimeline {
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
  { at, changed }: LoanOnTimeline,
): 'copyOnLoan' | 'copyLost' | undefined => {
  if (changed === undefined) return undefined
  const { lentOn, end } = changed.loan
  if (isScannedBetween(lentOn, dayOf(at))(datedChanges, timeline)) return undefined
  return end !== undefined && end.at < at ? 'copyLost' : 'copyOnLoan'
}

/** How the copy stood when it was lent, by the order in time of what happened to it. */
export const copyAvailabilityWhenLent =
  (history: CopyHistory, loan: LoanOnTimeline) =>
  (state: KnownCopy): CopyAvailability => {
    const known = copyAvailabilityFor(loan.borrower)(state)
    const isReservedLater = isCopyReservedOnlyAfter(loan.at)(history.datedChanges, history.timeline)
    const now = known === 'copySetAsideForAnother' && isReservedLater ? 'available' : known
    if (loan.end !== undefined && isEndByNextLoan(loan.end)) return 'copyOnLoan'
    const isKnownByState = loan.end === undefined || now === 'copySetAsideForAnother'
    return conflictWithEarlierLoan(history, loan) ?? (isKnownByState ? now : 'available')
  }

/** Whether the copy was withdrawn before a loan of it ended. A history without the withdrawal is younger than that. */
export const isWithdrawnBeforeLoanEnd =
  ({ datedChanges }: CopyHistory, endedAt: Instant | undefined) =>
  (state: KnownCopy): boolean =>
    isWithdrawnNowOrAfterLoan(state) && (endedAt === undefined || !isWithdrawnAfter(endedAt)(datedChanges))

/** The loans of which the end or the beginning is that of a loan, since the copy was not returned between. */
const loansWithoutReturnBetween = (loan: LoanId, timeline: ReadonlyArray<TimelineEntry>): ReadonlyArray<LoanId> => {
  const ends = loanEndsOfTimeline(timeline)
  const next = ends.get(loan)
  return [
    ...(next?.type === 'lent' ? [next.loan] : []),
    ...[...ends].flatMap(([other, end]) => (end?.type === 'lent' && end.loan === loan ? [other] : [])),
  ]
}

/** Whether the log has a loan end with this one that is not read any more. */
const endedUnreadLoan = (loan: LoanId, { loans, timeline }: CopyHistory): boolean => {
  const begun = timeline.find((entry) => entry.type === 'lent' && entry.loan === loan)
  return timeline.some(
    (entry) =>
      entry.type === 'returned' &&
      entry.isByNextLoan === true &&
      entry.at === begun?.at &&
      !loans.some((one) => one.loan === entry.ended),
  )
}

/**
 * Whether the copy was lent while another loan of it ran, and the log had that loan first: of two loans without a return
 * between, the one that arrived last has the case.
 */
export const overlapsEarlierRecordedLoan =
  (loan: LoanId) =>
  (history: CopyHistory): boolean => {
    const arrived = history.loans.map((one) => one.loan)
    const arrivedBefore = new Set(arrived.slice(0, arrived.indexOf(loan)))
    return (
      loansWithoutReturnBetween(loan, history.timeline).some((other) => arrivedBefore.has(other)) ||
      endedUnreadLoan(loan, history)
    )
  }
