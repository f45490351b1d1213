import type { DeletionClass } from './deletion-class'
import { deletionClockStart } from './deletion-clock-start'
import { erasureDueAfterDays } from './retention-period'
import type { RetentionPeriods } from './retention-periods'

/** The stored content of a recording is encrypted under a key of its scope, and its file is removed with it. */
export const footageDeletionClass = ({ footageDays }: RetentionPeriods): DeletionClass => ({
  class: 'footage',
  parent: 'library',
  log: 'circulation',
  namedBy: ['FootageRecorded'],
  endedBy: [deletionClockStart('FootageRecorded', 'footage', 'day', erasureDueAfterDays(footageDays))],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'Danish Act on TV Surveillance, section 4 c; GDPR Article 6(1)(e); Article 5(1)(e)',
  promise: 'video surveillance: kept 30 days at most, then deleted',
  whatRemains: 'that a camera of a branch recorded on a day; not at what time, and no picture',
})
