import { ClaimedCopyFound } from '../copy/events/claimed-copy-found'
import { CopyAcquired } from '../copy/events/copy-acquired'
import { CopyFound } from '../copy/events/copy-found'
import { CopyHandedIn } from '../copy/events/copy-handed-in'
import { CopySetAside } from '../copy/events/copy-set-aside'
import { LoanReturned } from '../copy/events/loan-returned'
import { LoanUndone } from '../copy/events/loan-undone'
import { SetAsideReleased } from '../copy/events/set-aside-released'
import { isBorrowerInQueue } from '../title/reservation-queue'
import type { TitleState } from '../title/title-state'
import { queueServingFactNames } from './free-copies'
import { followUpsToPutFreeCopiesOnPullLists } from './follow-ups-to-put-free-copies-on-pull-lists'
import { defineReaction } from './reaction'
import { followUpsToSetScannedCopyAside } from './follow-ups-to-set-scanned-copy-aside'

/**
 * After a loan is undone, its borrower must be back in the queue before the copy is set aside for anybody. When a
 * reservation was fulfilled by the loan, it is restored first, and the restored reservation then sets the copy aside.
 */
const isReservationRestored =
  (queue: TitleState) =>
  ({ sealed: { loan } }: LoanUndone): boolean =>
    loan._tag === 'Plain' && (!loan.value.fulfilled || isBorrowerInQueue(queue, null)(loan.value.borrower))

/**
 * When a copy becomes available, the next borrower in the queue is served. A copy that was scanned is set aside at once.
 * Any other stands on a shelf, and goes on the pull list of its branch.
 */
export const freedCopyIsSetAside = defineReaction('the next in the queue is served', {
  eventTypes: [
    ...[CopyAcquired, LoanReturned, LoanUndone, CopyHandedIn, CopyFound, ClaimedCopyFound],
    ...[CopySetAside, SetAsideReleased],
  ],
  appliesTo: (event) => {
    if (event.type === 'LoanReturned') return event.sealed.loan._tag === 'Plain'
    if (event.type === 'CopySetAside') return event.sealed.setAside._tag === 'Plain'
    // The copy was lent to the borrower it was reserved for: it is not available, and the reservation is fulfilled next.
    return event.type !== 'SetAsideReleased' || event.open.because !== 'lent'
  },
  factNames: queueServingFactNames,
  followUpsOf: (facts, deriveId) => (event) => {
    switch (event.type) {
      case 'CopyAcquired':
      case 'SetAsideReleased':
        return followUpsToPutFreeCopiesOnPullLists(facts, deriveId)
      case 'LoanUndone':
        return isReservationRestored(facts.queue)(event)
          ? followUpsToSetScannedCopyAside(facts, deriveId)(event.open.copy)
          : []
      // A copy that was set aside is available when its reservation has ended since. It was scanned, like the others.
      case 'LoanReturned':
      case 'CopyHandedIn':
      case 'CopyFound':
      case 'CopySetAside':
      case 'ClaimedCopyFound':
        return followUpsToSetScannedCopyAside(facts, deriveId)(event.open.copy)
    }
  },
})
