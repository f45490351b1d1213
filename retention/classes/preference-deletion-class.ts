import type { DeletionClass } from './deletion-class'
import { afterMonthClosings } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

export const preferenceDeletionClass = ({ monthsInPersons }: RetentionPeriods): DeletionClass => ({
  class: 'preference',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['BorrowerRegistered', 'PreferencesSet'],
  endedBy: [deletionClockStart('PreferencesSet', 'replaces', 'recorded', afterMonthClosings(monthsInPersons))],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e); Article 5(1)(d) and (e)',
  promise: 'home branch and language; the borrower can change them',
  whatRemains: 'that a home branch and a language were chosen, and that they were changed in a month',
})
