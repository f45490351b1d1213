import type { DeletionClass } from './deletion-class'
import { afterMonthClosings } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

export const serverLogOpeningDeletionClass = ({ serverLogOpeningMonths }: RetentionPeriods): DeletionClass => ({
  class: 'serverLogOpening',
  parent: 'library',
  log: 'circulation',
  namedBy: ['ServerLogOpened'],
  endedBy: [
    deletionClockStart('ServerLogOpened', 'serverLogOpening', 'openedIn', afterMonthClosings(serverLogOpeningMonths)),
  ],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 5(2) (accountability); Article 5(1)(e)',
  promise: 'the server log holds IP addresses, seen by the statistics program only',
  whatRemains: 'that the server log of a day was opened in a month; not by whom or why',
})
