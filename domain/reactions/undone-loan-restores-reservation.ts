import { LoanUndone } from '../copy/events/loan-undone'
import type { ReservationId } from '../values/ids'
import { volumeOfCopy } from '../copy/copy-state'
import { followUpToTitle } from './follow-up'
import { defineReaction } from './reaction'

/** When a loan that had fulfilled a reservation is undone, the reservation is restored at the front of the queue. */
export const undoneLoanRestoresReservation = defineReaction('an undone loan gives back its reservation', {
  eventTypes: [LoanUndone],
  factNames: ['now', 'copy', 'titlesParallelToUndone'],
  followUpsOf:
    ({ now, copy, titlesParallelToUndone: parallelTo }, deriveId) =>
    ({ open: { title, branch }, sealed: { loan } }) => {
      if (loan._tag === 'Erased' || !loan.value.fulfilled) return []
      const { borrower } = loan.value
      const reservation = deriveId('reservation') as ReservationId
      return [
        followUpToTitle(title, {
          ...{ type: 'ReserveAnew', reservation, title, borrower, pickUpBranch: branch, parallelTo, at: now },
          volume: volumeOfCopy(copy),
        }),
      ]
    },
})
