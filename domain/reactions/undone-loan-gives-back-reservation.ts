import { LoanUndone } from '../copy/events/loan-undone'
import type { ReservationId } from '../values/ids'
import { toTitle } from './follow-up'
import { reaction } from './reaction'

/** When a loan is undone that had fulfilled a reservation, its borrower waits again, in front of all others. */
export const undoneLoanGivesBackReservation = reaction('an undone loan gives back its reservation', {
  on: [LoanUndone],
  needs: ['now'],
  react:
    ({ now }, derive) =>
    ({ open: { title, branch }, sealed: { loan } }) => {
      if (loan._tag === 'Erased' || !loan.value.fulfilled) return []
      const { borrower } = loan.value
      const reservation = derive('reservation') as ReservationId
      return [toTitle(title, { type: 'ReserveAnew', reservation, title, borrower, pickUpBranch: branch, at: now })]
    },
})
