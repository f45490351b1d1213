import type { DeletionClass } from './deletion-class'
import { deletionClockStart } from './deletion-clock-start'
import { afterMonthClosings } from './retention-period'

/** It ends with the closing that writes what stays of it, under `view`. */
export const accessDeletionClass: DeletionClass = {
  class: 'access',
  parent: 'borrower',
  log: 'circulation',
  namedBy: ['AccessRecorded'],
  endedBy: [deletionClockStart('AccessRecorded', 'access', 'month', afterMonthClosings(0))],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 5(2) (accountability), Article 15 and Article 32; Article 5(1)(e)',
  promise: 'access: export of everything held on a person; an opening of protected data is recorded with its reason',
  whatRemains: 'how many openings of records there were on a day; not of whom, by whom, or why',
}
