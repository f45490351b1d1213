import { changedReservationRedirectsCopy } from './changed-reservation-redirects-copy'
import { endedReservationReleasesCopy } from './ended-reservation-releases-copy'
import { goneCopyMakesReservationWait } from './gone-copy-makes-reservation-wait'
import { reservedCopyGoesToPickUpBranch } from './reserved-copy-goes-to-pick-up-branch'
import { loanFulfilsReservation } from './loan-fulfils-reservation'
import { freedCopyIsSetAside } from './freed-copy-is-set-aside'
import type { Reaction } from './reaction'
import { readyCopyMakesReservationReady } from './ready-copy-makes-reservation-ready'
import { newReservationPutsCopyOnPullList } from './new-reservation-puts-copy-on-pull-list'
import { undoneLoanRestoresReservation } from './undone-loan-restores-reservation'

/** The reactions between copies and the queues of their titles. */
export const circulationReactions: ReadonlyArray<Reaction> = [
  loanFulfilsReservation,
  undoneLoanRestoresReservation,
  endedReservationReleasesCopy,
  goneCopyMakesReservationWait,
  freedCopyIsSetAside,
  newReservationPutsCopyOnPullList,
  reservedCopyGoesToPickUpBranch,
  changedReservationRedirectsCopy,
  readyCopyMakesReservationReady,
]
