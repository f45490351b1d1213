import type { DeletionClass } from './deletion-class'
import { afterMonthClosings } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

export const identityDeletionClass = ({ monthsInPersons }: RetentionPeriods): DeletionClass => ({
  class: 'identity',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['BorrowerRegistered', 'IdentityChanged'],
  endedBy: [deletionClockStart('IdentityChanged', 'replaces', 'recorded', afterMonthClosings(monthsInPersons))],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis:
    'GDPR Article 6(1)(e); Article 5(1)(d) and (e), Article 16 (rectification); Danish Data Protection Act, section 11 (CPR number)',
  promise: 'GDPR: what was wrong is put right, and what was wrong is forgotten',
  whatRemains: 'that the library knew who the borrower is, and that it was put right in a month',
})
