import type { LoanId } from '../../values/ids'
import type { Instant } from '../../values/instant'
import type { CopyHistory, LoanInHistory } from './copy-history'
import { isWithdrawnAfter } from './dated-changes'
import type { ChangedLoanEnd } from './loan-end-corrections'
import { loanEnds, type TimelineEntry } from './loan-ends'

/** Whether the only thing that the open case of a loan says is one reason. */
const isCaseOf =
  (reason: string) =>
  ({ openCases }: LoanInHistory): boolean =>
    openCases.length === 1 && openCases[0] === reason

/** Whether a loan of which the history has the end alone ended at a moment. */
const endedUnread = ({ loans, timeline }: CopyHistory, moment: Instant | undefined): boolean =>
  timeline.some(
    (entry) =>
      entry.type === 'returned' &&
      entry.at === moment &&
      entry.ended !== undefined &&
      !loans.some(({ loan }) => loan === entry.ended),
  )

/** Whether the copy was lent while another loan of it ran: a loan ended when the next one began. */
const overlapsAnother = (history: CopyHistory, loan: LoanId): boolean => {
  const lent = history.timeline.filter((entry) => entry.type === 'lent')
  const own = lent.find((entry) => entry.loan === loan)
  const ends = loanEnds(history.timeline)
  const ownEnd = ends.get(loan)
  return (
    endedUnread(history, own?.at) ||
    [...ends].some(([other, end]) => other !== loan && end !== undefined && end.at === own?.at) ||
    lent.some((entry) => entry.loan !== loan && entry.at === ownEnd?.at)
  )
}

/** The loans that were against another loan of the copy, and are so no longer since an entry was added. */
export const overlapsDissolvedBy =
  (entry: TimelineEntry) =>
  (history: CopyHistory): ReadonlyArray<LoanId> => {
    const withEntry = { ...history, timeline: [...history.timeline, entry] }
    return history.loans
      .filter(isCaseOf('copyOnLoan'))
      .filter(({ loan }) => overlapsAnother(history, loan) && !overlapsAnother(withEntry, loan))
      .map(({ loan }) => loan)
  }

/** The loan that was against the withdrawal of the copy, and has ended before it; none when it ended later. */
export const withdrawalDissolvedBy =
  (changed: ChangedLoanEnd | undefined) =>
  ({ datedChanges }: CopyHistory): ReadonlyArray<LoanId> =>
    changed !== undefined && isCaseOf('copyWithdrawn')(changed.loan) && isWithdrawnAfter(changed.end.at)(datedChanges)
      ? [changed.loan.loan]
      : []
