import type { DeletionClass } from './deletion-class'
import { erasureDueAtOnce } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

/** An interrupted import is resumed until it is finished; its ids can be derived again until then. */
export const importDeletionClass = (_periods: RetentionPeriods): DeletionClass => ({
  class: 'import',
  parent: 'library',
  log: 'circulation',
  namedBy: ['ImportStarted'],
  endedBy: [deletionClockStart('ImportFinished', 'import', 'recorded', erasureDueAtOnce)],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 5(1)(c) and (e); Article 25',
  promise: 'history is deleted 30 days after return, or after the outstanding balance is paid',
  whatRemains: 'how many rows the file had, and its fingerprint',
})
