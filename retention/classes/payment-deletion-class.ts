import type { DeletionClass } from './deletion-class'
import { erasureDueAfterDays } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

export const paymentDeletionClass = ({ paymentDays }: RetentionPeriods): DeletionClass => ({
  class: 'payment',
  parent: 'borrower',
  log: 'circulation',
  namedBy: ['PaymentStarted', 'PaymentMade'],
  endedBy: [deletionClockStart('PaymentCompleted', 'payment', 'completedOn', erasureDueAfterDays(paymentDays))],
  endedAtLatestBy: [
    deletionClockStart('PaymentStarted', 'payment', 'latestEnd', erasureDueAfterDays(0)),
    deletionClockStart('PaymentMade', 'payment', 'latestEnd', erasureDueAfterDays(0)),
  ],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (fees under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'unpaid fees and bills; deleted 30 days after it is settled',
  whatRemains: 'that a payment was started, made and completed',
})
