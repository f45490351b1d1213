import type { Policy } from '../../policy/policy'
import type { BranchId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { LoanEndCorrected } from '../events/loan-end-corrected'
import type { CopyDescription } from '../copy-state'
import type { CopyHistory, LoanInCopyHistory } from './copy-history'
import { dueDayAtInstant } from './due-day-at-instant'
import { loanEndsOfTimeline, type TimelineEntry } from './loan-ends-of-timeline'

/** A loan that ends at another moment since an entry was added to the timeline. */
export interface ChangedLoanEnd {
  readonly loan: LoanInCopyHistory
  readonly end: TimelineEntry
}

/** The loan that a new entry ends, or ends earlier; undefined when there is none. */
export const findLoanEndChangedBy =
  (entry: TimelineEntry) =>
  ({ loans, timeline }: CopyHistory): ChangedLoanEnd | undefined => {
    const before = loanEndsOfTimeline(timeline)
    const after = loanEndsOfTimeline([...timeline, entry])
    for (const loan of loans) {
      const end = after.get(loan.loan)
      if (end !== undefined && end.at !== before.get(loan.loan)?.at) return { loan, end }
    }
    return undefined
  }

const correctionTo =
  (policy: Policy, at: Instant, branch: BranchId) =>
  ({ copy, title, group }: CopyDescription) =>
  (loan: LoanInCopyHistory): ReadonlyArray<LoanEndCorrected> => {
    const { details, end, lentOn } = loan
    if (end === undefined || end.at <= at || details._tag === 'Erased') return []
    const { borrower, borrowerGroup, ageClass, name } = details.value
    const dueOn = dueDayAtInstant(policy, group)(at)(loan, details.value)
    return [
      LoanEndCorrected(
        { loan: loan.loan, copy, title, branch, returnedOn: dayOf(at) },
        {
          loan: { borrower, lentOn, dueOn, returnedAt: at, borrowerGroup, ageClass, name, previouslyEndedOn: end.on },
        },
      ),
    ]
  }

/** The event for a loan that the log has end later than it did; none when the loan runs or its borrower is erased. */
export const loanEndCorrection =
  (policy: Policy, item: CopyDescription) =>
  (changed: ChangedLoanEnd | undefined): ReadonlyArray<LoanEndCorrected> =>
    changed === undefined ? [] : correctionTo(policy, changed.end.at, changed.end.branch)(item)(changed.loan)
