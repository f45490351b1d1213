import type { DeletionClass } from './deletion-class'
import { days } from './period'
import type { Periods } from './periods'
import { when } from './start-condition'

export const payment = ({ paymentDays }: Periods): DeletionClass => ({
  class: 'payment',
  parent: 'borrower',
  log: 'circulation',
  namedBy: ['PaymentMade'],
  ends: [when('PaymentCompleted', 'payment', 'completedOn', days(paymentDays))],
  silence: [when('PaymentMade', 'payment', 'latestEnd', days(0))],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (fees under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'unpaid fees and bills; deleted 30 days after it is settled',
  kept: 'that a payment was made and completed',
})
