import type { DeletionClass } from './deletion-class'
import { erasureDueAfterDays } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

export const idempotencyDeletionClass = ({ idempotencyDays }: RetentionPeriods): DeletionClass => ({
  class: 'idempotency',
  parent: 'library',
  log: 'circulation',
  namedBy: ['DayOpened'],
  endedBy: [deletionClockStart('DayOpened', 'idempotency', 'day', erasureDueAfterDays(idempotencyDays))],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 5(1)(c) and (e); Article 25',
  promise: 'history is deleted 30 days after return, or after the outstanding balance is paid',
  whatRemains: 'that commands named the day',
})
