import { LoanCaseResolved } from '../events/loan-case-resolved'
import type { KnownCopy } from '../copy-state'
import { isWithdrawnBeforeLoanEnd, overlapsEarlierRecordedLoan } from './conflicts-in-time'
import type { CopyHistory, LoanInCopyHistory } from './copy-history'
import { loanEndsOfTimeline, type TimelineEntry } from './loan-ends-of-timeline'

/** The reasons of a case that follow from the order in time of what happened to the copy. */
const reasonsInTime: ReadonlySet<string> = new Set(['copyOnLoan', 'copyLost', 'copyWithdrawn'])

/** The reasons that a loan has by the history. */
const reasonsOf =
  (state: KnownCopy, history: CopyHistory) =>
  ({ loan, end }: LoanInCopyHistory): ReadonlyArray<string> => {
    const endedAt = loanEndsOfTimeline(history.timeline).get(loan)?.at ?? end?.at
    return [
      ...(overlapsEarlierRecordedLoan(loan)(history) ? ['copyOnLoan', 'copyLost'] : []),
      ...(isWithdrawnBeforeLoanEnd(history, endedAt)(state) ? ['copyWithdrawn'] : []),
    ]
  }

/**
 * The cases that end because of a new entry of the timeline: it shows that a loan was against nothing. A case that has
 * another reason, too, stays until staff resolve it.
 */
export const loanCasesEndedByTimelineEntry =
  (state: KnownCopy, entry: TimelineEntry) =>
  (history: CopyHistory): ReadonlyArray<LoanCaseResolved> => {
    const withEntry = { ...history, timeline: [...history.timeline, entry] }
    return history.loans
      .filter(({ openCases }) => openCases.every((reason) => reasonsInTime.has(reason)))
      .filter((loan) => loan.openCases.some((reason) => reasonsOf(state, history)(loan).includes(reason)))
      .filter((loan) => !loan.openCases.some((reason) => reasonsOf(state, withEntry)(loan).includes(reason)))
      .map(({ loan }) => LoanCaseResolved({ loan, copy: state.item.copy }, {}))
  }
