import type { DeletionClass } from './deletion-class'
import { afterDays } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

/** An unsettled fee has no latest end: it is kept until it is settled. */
export const feeDeletionClass = ({ feeDays }: RetentionPeriods): DeletionClass => ({
  class: 'fee',
  parent: 'borrower',
  log: 'circulation',
  namedBy: ['FeeLevied'],
  endedBy: [deletionClockStart('FeeSettled', 'fee', 'settledOn', afterDays(feeDays))],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (fees under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'unpaid fees and bills; deleted 30 days after it is settled',
  whatRemains: 'that a fee was levied and settled, of which kind and on which days',
})
