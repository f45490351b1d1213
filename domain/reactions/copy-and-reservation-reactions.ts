import { changedReservationRedirectsCopy } from './changed-reservation-redirects-copy'
import { endedReservationReleasesCopy } from './ended-reservation-releases-copy'
import { goneCopyMakesReservationWait } from './gone-copy-makes-reservation-wait'
import { reservedCopyGoesToPickUpBranch } from './reserved-copy-goes-to-pick-up-branch'
import { loanFulfilsReservation } from './loan-fulfils-reservation'
import { freedCopyIsSetAside } from './freed-copy-is-set-aside'
import type { Reaction } from './reaction'
import { parallelReservationReservesTitles } from './parallel-reservation-reserves-titles'
import { readyCopyMakesReservationReady } from './ready-copy-makes-reservation-ready'
import { newReservationPutsCopyOnPullList } from './new-reservation-puts-copy-on-pull-list'
import { undoneLoanRestoresReservation } from './undone-loan-restores-reservation'

/**
 * The reactions between copies and the queues of their titles. To one event they run in this order: a scanned copy that is
 * released, because its reservation has ended, is set aside for the next.
 */
export const copyAndReservationReactions: ReadonlyArray<Reaction> = [
  loanFulfilsReservation,
  undoneLoanRestoresReservation,
  endedReservationReleasesCopy,
  goneCopyMakesReservationWait,
  reservedCopyGoesToPickUpBranch,
  freedCopyIsSetAside,
  newReservationPutsCopyOnPullList,
  changedReservationRedirectsCopy,
  readyCopyMakesReservationReady,
  parallelReservationReservesTitles,
]
