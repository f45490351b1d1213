import type { DeletionClass } from './deletion-class'
import { atOnce, days } from './period'
import type { Periods } from './periods'
import { when } from './start-condition'

export const reservation = (_periods: Periods): DeletionClass => ({
  class: 'reservation',
  parent: 'borrower',
  log: 'circulation',
  namedBy: ['ReservationMade'],
  ends: [
    when('ReservationFulfilled', 'reservation', 'recorded', atOnce),
    when('ReservationCancelled', 'reservation', 'recorded', atOnce),
    when('ReservationExpired', 'reservation', 'recorded', atOnce),
  ],
  silence: [when('ReservationMade', 'reservation', 'latestEnd', days(0))],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (lending under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'deleted when the material is lent to the borrower, or when the reservation is deleted',
  kept: 'that a title was reserved, and how it ended',
})
