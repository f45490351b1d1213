import type { DeletionClass } from './deletion-class'
import { erasureDueAtOnce, erasureDueAfterDays } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

export const parallelReservationDeletionClass = (_periods: RetentionPeriods): DeletionClass => ({
  class: 'parallelReservation',
  parent: 'borrower',
  log: 'circulation',
  namedBy: ['ParallelReservationRequested'],
  endedBy: [deletionClockStart('ParallelReservationCompleted', 'parallelReservation', 'recorded', erasureDueAtOnce)],
  endedAtLatestBy: [
    deletionClockStart('ParallelReservationRequested', 'parallelReservation', 'latestEnd', erasureDueAfterDays(0)),
  ],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (lending under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'deleted when the material is lent to the borrower, or when the reservation is deleted',
  whatRemains: 'that somebody wanted one of several titles, and on which day',
})
