import type { DeletionClass } from './deletion-class'
import { erasureDueAfterDays } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

export const unmatchedDeletionClass = ({ unmatchedDays }: RetentionPeriods): DeletionClass => ({
  class: 'unmatched',
  parent: 'library',
  log: 'circulation',
  namedBy: ['UnlentReturnRecorded', 'UnmatchedActRecorded'],
  endedBy: [
    deletionClockStart('UnlentReturnRecorded', 'unmatched', 'recorded', erasureDueAfterDays(unmatchedDays)),
    deletionClockStart('UnmatchedActRecorded', 'unmatched', 'recorded', erasureDueAfterDays(unmatchedDays)),
  ],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (lending under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'history is deleted 30 days after return, or after the outstanding balance is paid',
  whatRemains: 'that a copy came back without a loan, or that a machine did something with it that was not run',
})
