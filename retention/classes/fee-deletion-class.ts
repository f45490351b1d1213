import type { DeletionClass } from './deletion-class'
import { erasureDueAfterDays } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

/**
 * An unsettled fee has no latest end: it is kept until it is settled. A reimbursement is a fee that the library owes; it
 * ends at the latest when the claim to it lapses.
 */
export const feeDeletionClass = ({ feeDays }: RetentionPeriods): DeletionClass => ({
  class: 'fee',
  parent: 'borrower',
  log: 'circulation',
  namedBy: ['FeeLevied', 'ReimbursementGranted'],
  endedBy: [deletionClockStart('FeeSettled', 'fee', 'settledOn', erasureDueAfterDays(feeDays))],
  endedAtLatestBy: [deletionClockStart('ReimbursementGranted', 'fee', 'latestEnd', erasureDueAfterDays(0))],
  afterLoss: erasureDueAfterDays(feeDays),
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (fees under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'unpaid fees and bills; deleted 30 days after it is settled',
  whatRemains: 'that a fee was levied or a reimbursement granted, and settled, of which kind and on which days',
})
