import { LoanStarted } from '../copy/events/loan-started'
import { PastLoanRecorded } from '../copy/events/past-loan-recorded'
import { volumeOfCopy } from '../copy/copy-state'
import { findQueuePlaceOfBorrower } from '../title/reservation-queue'
import { followUpToTitle } from './follow-up'
import { defineReaction } from './reaction'

/** When a borrower who waits for a title borrows it, the reservation is fulfilled. It is found by its borrower, and of a
 * periodical by the volume of the copy. */
export const loanFulfilsReservation = defineReaction('a loan fulfils a reservation', {
  eventTypes: [LoanStarted, PastLoanRecorded],
  appliesTo: ({ sealed: { loan } }) => loan._tag === 'Plain' && loan.value.fulfils,
  factNames: ['queue', 'copy'],
  followUpsOf:
    ({ queue, copy }) =>
    ({ open: { title }, sealed: { loan } }) => {
      if (loan._tag === 'Erased') return []
      const place = findQueuePlaceOfBorrower(loan.value.borrower, volumeOfCopy(copy))(queue)
      return place === undefined
        ? []
        : [followUpToTitle(title, { type: 'FulfilReservation', reservation: place.reservation, title })]
    },
})
