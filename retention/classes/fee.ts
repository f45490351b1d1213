import type { DeletionClass } from './deletion-class'
import { days } from './period'
import type { Periods } from './periods'
import { when } from './start-condition'

/** An unpaid fee has no latest end: it stays until it is settled. */
export const fee = ({ feeDays }: Periods): DeletionClass => ({
  class: 'fee',
  parent: 'borrower',
  log: 'circulation',
  namedBy: ['FeeLevied'],
  ends: [when('FeeSettled', 'fee', 'settledOn', days(feeDays))],
  silence: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (fees under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'unpaid fees and bills; deleted 30 days after it is settled',
  kept: 'that a fee was levied and settled, of which kind and on which days',
})
