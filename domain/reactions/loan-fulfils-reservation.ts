import { LoanStarted } from '../copy/events/loan-started'
import { placeFor } from '../title/queue'
import { toTitle } from './follow-up'
import { reaction } from './reaction'

/** When a title is lent to one who waited for it, the reservation is fulfilled. It is found by whose it is. */
export const loanFulfilsReservation = reaction('a loan fulfils a reservation', {
  on: [LoanStarted],
  concerns: ({ sealed: { loan } }) => loan._tag === 'Plain' && loan.value.fulfils,
  needs: ['title'],
  react:
    ({ title: queue }) =>
    ({ open: { title }, sealed: { loan } }) => {
      if (loan._tag === 'Erased') return []
      const place = placeFor(loan.value.borrower)(queue)
      return place === undefined
        ? []
        : [toTitle(title, { type: 'FulfilReservation', reservation: place.reservation, title })]
    },
})
