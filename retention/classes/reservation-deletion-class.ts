import type { DeletionClass } from './deletion-class'
import { erasureDueAtOnce, erasureDueAfterDays } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

export const reservationDeletionClass = (_periods: RetentionPeriods): DeletionClass => ({
  class: 'reservation',
  parent: 'borrower',
  log: 'circulation',
  namedBy: ['ReservationMade'],
  endedBy: [
    deletionClockStart('ReservationFulfilled', 'reservation', 'recorded', erasureDueAtOnce),
    deletionClockStart('ReservationCancelled', 'reservation', 'recorded', erasureDueAtOnce),
    deletionClockStart('ReservationExpired', 'reservation', 'recorded', erasureDueAtOnce),
  ],
  endedAtLatestBy: [deletionClockStart('ReservationMade', 'reservation', 'latestEnd', erasureDueAfterDays(0))],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (lending under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'deleted when the material is lent to the borrower, or when the reservation is deleted',
  whatRemains: 'that a title was reserved, and how it ended',
})
