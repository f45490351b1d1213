import type { DeletionClass } from './deletion-class'
import { deletionClockStart } from './deletion-clock-start'
import { erasureDueAfterDays } from './retention-period'
import type { RetentionPeriods } from './retention-periods'

const starts = ['LiveVideoViewed', 'FootageViewed', 'FootageDisclosed', 'VideoRequestRefused'] as const

export const viewingDeletionClass = ({ viewingDays }: RetentionPeriods): DeletionClass => ({
  class: 'viewing',
  parent: 'library',
  log: 'circulation',
  namedBy: starts,
  endedBy: starts.map((event) => deletionClockStart(event, 'viewing', 'day', erasureDueAfterDays(viewingDays))),
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 5(2) (accountability) and Article 32; Article 5(1)(e)',
  promise: 'video surveillance: the viewing and its reason go in the day report',
  whatRemains:
    'how many requests to look at video there were on a day, and how they were decided; not by whom, of what, or why',
})
