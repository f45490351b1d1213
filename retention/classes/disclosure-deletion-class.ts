import type { DeletionClass } from './deletion-class'
import { afterMonthClosings } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

export const disclosureDeletionClass = ({ disclosureYears }: RetentionPeriods): DeletionClass => ({
  class: 'disclosure',
  parent: 'library',
  log: 'circulation',
  namedBy: ['DisclosureMade'],
  endedBy: [deletionClockStart('DisclosureMade', 'disclosure', 'madeIn', afterMonthClosings(12 * disclosureYears))],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 5(2) (accountability); Article 5(1)(e)',
  promise: 'personal data is not passed on to third parties',
  whatRemains: 'that personal data was disclosed in a month; not whose, to whom or why',
})
