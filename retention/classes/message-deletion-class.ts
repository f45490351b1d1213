import type { DeletionClass } from './deletion-class'
import { deletionClockStart } from './deletion-clock-start'
import { erasureDueAfterDays } from './retention-period'
import type { RetentionPeriods } from './retention-periods'

/** Its end is known from the beginning: nothing that happens to a message makes it last longer. */
export const messageDeletionClass = ({ messageDays }: RetentionPeriods): DeletionClass => ({
  class: 'message',
  parent: 'borrower',
  log: 'circulation',
  namedBy: ['MessageMade'],
  endedBy: [deletionClockStart('MessageMade', 'message', 'madeOn', erasureDueAfterDays(messageDays))],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (lending under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'all information about borrowed materials leaves the messages after 30 days',
  whatRemains: 'that a message was made on a day, and whether it was sent; not to whom, of which kind or about what',
})
