import type { DeletionClass } from './deletion-class'
import { erasureDueAfterDays } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

export const serverLogDeletionClass = ({ serverLogDays }: RetentionPeriods): DeletionClass => ({
  class: 'serverLog',
  parent: 'library',
  log: 'circulation',
  namedBy: ['ServerLogWritten'],
  endedBy: [deletionClockStart('ServerLogWritten', 'serverLog', 'day', erasureDueAfterDays(serverLogDays))],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (security and statistics of the website); Article 5(1)(c) and (e)',
  promise: 'the server log holds IP addresses, seen by the statistics program only',
  whatRemains:
    'how many blocks a day had, how often each page was visited on it, and the visitors of its month by browser',
})
