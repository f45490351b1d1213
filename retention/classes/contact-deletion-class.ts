import type { DeletionClass } from './deletion-class'
import { afterMonthClosings } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

export const contactDeletionClass = ({ monthsInPersons }: RetentionPeriods): DeletionClass => ({
  class: 'contact',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['BorrowerRegistered', 'ContactChanged'],
  endedBy: [deletionClockStart('ContactChanged', 'replaces', 'recorded', afterMonthClosings(monthsInPersons))],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e); Article 5(1)(d) and (e)',
  promise: 'present contact address; the borrower can change it',
  whatRemains: 'that contact details were given, and that they were replaced in a month',
})
