import { LoanStarted } from '../copy/events/loan-started'
import { toTitle } from './follow-up'
import { reaction } from './reaction'

/** When a title is lent to one who waited for it, the reservation is fulfilled. */
export const loanFulfilsReservation = reaction('a loan fulfils a reservation', {
  on: [LoanStarted],
  needs: [],
  react:
    () =>
    ({ open: { title }, sealed: { loan } }) =>
      loan._tag === 'Erased' || loan.value.fulfils === null
        ? []
        : [toTitle(title, { type: 'FulfilReservation', reservation: loan.value.fulfils, title })],
})
