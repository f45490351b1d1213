import type { DeletionClass } from './deletion-class'
import { afterMonthClosings } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

export const blockDeletionClass = ({ monthsInPersons }: RetentionPeriods): DeletionClass => ({
  class: 'block',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['BlockSet'],
  endedBy: [deletionClockStart('BlockLifted', 'block', 'recorded', afterMonthClosings(monthsInPersons))],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e); Article 5(1)(e)',
  promise: 'the day it was set and why; a blocked borrower cannot use the library',
  whatRemains: 'that there was a block, and in which months it was set and lifted',
})
