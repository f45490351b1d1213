import { dayOf, type Instant } from '../values/instant'
import type { BranchId } from '../values/ids'
import type { CopyEvent } from './copy-event'
import { CopyHandedIn } from './events/copy-handed-in'
import { LoanReturned } from './events/loan-returned'
import type { OnLoan } from './state'

/**
 * The end of a loan by the copy's coming back. A loan that is forgotten already (its borrower was erased) has no end
 * to tell of: its copy is only handed in.
 */
export const loanEnding =
  (branch: BranchId, at: Instant) =>
  ({ item: { copy, title, name }, loan, lentOn, details }: OnLoan): CopyEvent => {
    const day = dayOf(at)
    if (details._tag === 'Erased') return CopyHandedIn({ copy, title, branch, handedInOn: day }, {})
    const { borrower, dueOn, borrowerGroup, ageClass } = details.value
    return LoanReturned(
      { loan, copy, title, branch, returnedOn: day },
      { loan: { borrower, lentOn, dueOn, returnedAt: at, borrowerGroup, ageClass, name } },
    )
  }
