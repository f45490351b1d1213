import type { CopyId } from '../../values/ids'
import { LoanCaseResolved } from '../events/loan-case-resolved'
import { overlapsAnother } from './conflicts-in-time'
import type { CopyHistory, LoanInHistory } from './copy-history'
import { isWithdrawnAfter } from './dated-changes'
import { loanEnds, type TimelineEntry } from './loan-ends'

/** The reasons of a case that follow from the order in time of what happened to the copy. */
const reasonsInTime: ReadonlySet<string> = new Set(['copyOnLoan', 'copyLost', 'copyWithdrawn'])

/** The reasons that a loan has by the history. */
const reasonsOf =
  (history: CopyHistory) =>
  ({ loan, end }: LoanInHistory): ReadonlyArray<string> => {
    const { datedChanges, timeline } = history
    const endedAt = loanEnds(timeline).get(loan)?.at ?? end?.at
    const isWithdrawn =
      datedChanges.some(({ type }) => type === 'withdrawn') &&
      (endedAt === undefined || !isWithdrawnAfter(endedAt)(datedChanges))
    return [
      ...(overlapsAnother(loan)(history) ? ['copyOnLoan', 'copyLost'] : []),
      ...(isWithdrawn ? ['copyWithdrawn'] : []),
    ]
  }

/**
 * The cases that end because of a new entry of the timeline: it shows that a loan was against nothing. A case that has
 * another reason, too, stays until staff resolve it.
 */
export const dissolvedCases =
  (copy: CopyId, entry: TimelineEntry) =>
  (history: CopyHistory): ReadonlyArray<LoanCaseResolved> => {
    const withEntry = { ...history, timeline: [...history.timeline, entry] }
    return history.loans
      .filter(({ openCases }) => openCases.every((reason) => reasonsInTime.has(reason)))
      .filter((loan) => loan.openCases.some((reason) => reasonsOf(history)(loan).includes(reason)))
      .filter((loan) => !loan.openCases.some((reason) => reasonsOf(withEntry)(loan).includes(reason)))
      .map(({ loan }) => LoanCaseResolved({ loan, copy }, {}))
  }
