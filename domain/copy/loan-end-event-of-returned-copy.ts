import { dayOf, type Instant } from '../values/instant'
import type { BranchId } from '../values/ids'
import type { CopyEvent } from './copy-event'
import { ClaimedCopyFound } from './events/claimed-copy-found'
import { CopyHandedIn } from './events/copy-handed-in'
import { LoanReturned } from './events/loan-returned'
import { dayOfLending, type CopyOnLoan } from './copy-state'

/**
 * The event that ends a loan when its copy comes back. When the borrower is erased, the copy is only handed in. A copy
 * claimed returned counts as returned on the day of the claim, or on the day when it was found if that is earlier.
 */
export const loanEndEventOfReturnedCopy =
  (branch: BranchId, at: Instant) =>
  (state: CopyOnLoan): CopyEvent => {
    const {
      item: { copy, title, name },
      loan,
      details,
      claimedOn,
    } = state
    const day = dayOf(at)
    if (details._tag === 'Erased') return CopyHandedIn({ copy, title, branch, handedInOn: day }, {})
    if (claimedOn !== undefined) {
      const returnedOn = claimedOn < day ? claimedOn : day
      return ClaimedCopyFound({ loan, copy, title, branch, returnedOn, foundOn: day }, {})
    }
    const { borrower, dueOn, borrowerGroup, ageClass } = details.value
    return LoanReturned(
      { loan, copy, title, branch, returnedOn: day },
      { loan: { borrower, lentOn: dayOfLending(state), dueOn, returnedAt: at, borrowerGroup, ageClass, name } },
    )
  }
