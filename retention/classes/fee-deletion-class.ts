import type { DeletionClass } from './deletion-class'
import { erasureDueAfterDays } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

/**
 * A fee that nobody pays is written off with the closing of the last day on which it is owed, and is erased as if it were
 * settled then, also when the closing could not write it off. A reimbursement is a fee that the library owes; it ends at the
 * latest when the claim to it lapses.
 */
export const feeDeletionClass = ({ feeDays }: RetentionPeriods): DeletionClass => ({
  class: 'fee',
  parent: 'borrower',
  log: 'circulation',
  namedBy: ['FeeLevied', 'ReimbursementGranted'],
  endedBy: [deletionClockStart('FeeSettled', 'fee', 'settledOn', erasureDueAfterDays(feeDays))],
  endedAtLatestBy: [
    deletionClockStart('FeeLevied', 'fee', 'owedUntil', erasureDueAfterDays(feeDays)),
    deletionClockStart('DebtRenewed', 'fee', 'owedUntil', erasureDueAfterDays(feeDays)),
    deletionClockStart('ReimbursementGranted', 'fee', 'latestEnd', erasureDueAfterDays(0)),
  ],
  afterLoss: erasureDueAfterDays(feeDays),
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (fees under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'unpaid fees and bills; deleted 30 days after it is settled',
  whatRemains:
    'that a fee was levied or a reimbursement granted, passed on for collection, renewed and settled, of which kind and on which days',
})
