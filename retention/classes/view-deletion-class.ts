import type { DeletionClass } from './deletion-class'
import { deletionClockStart } from './deletion-clock-start'
import { afterMonthClosings } from './retention-period'
import type { RetentionPeriods } from './retention-periods'

/** Its end is known from the beginning. */
export const viewDeletionClass = ({ viewMonths }: RetentionPeriods): DeletionClass => ({
  class: 'view',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['ViewWritten'],
  endedBy: [deletionClockStart('ViewWritten', 'view', 'month', afterMonthClosings(viewMonths))],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 5(2) (accountability) and Article 15; Article 5(1)(e)',
  promise: 'access: export of everything held on a person; in which month, in which role and why it was looked at',
  whatRemains:
    'that somebody of the library looked at the borrower in a month; not who, how often, on which day or why',
})
