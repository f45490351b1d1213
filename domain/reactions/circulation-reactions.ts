import { keptCopyFollowsChange } from './kept-copy-follows-change'
import { keptCopyIsReleased } from './kept-copy-is-released'
import { keptCopyMovesOn } from './kept-copy-moves-on'
import { loanFulfilsReservation } from './loan-fulfils-reservation'
import { nextIsServed } from './next-is-served'
import type { Reaction } from './reaction'
import { reservationBecomesReady } from './reservation-becomes-ready'
import { reservationIsServed } from './reservation-is-served'
import { undoneLoanGivesBackReservation } from './undone-loan-gives-back-reservation'

/** What passes between copies and the queue for their title. */
export const circulationReactions: ReadonlyArray<Reaction> = [
  loanFulfilsReservation,
  undoneLoanGivesBackReservation,
  keptCopyIsReleased,
  nextIsServed,
  reservationIsServed,
  keptCopyMovesOn,
  keptCopyFollowsChange,
  reservationBecomesReady,
]
