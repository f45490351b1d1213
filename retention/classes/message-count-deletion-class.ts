import type { DeletionClass } from './deletion-class'
import { deletionClockStart } from './deletion-clock-start'
import { afterMonthClosings } from './retention-period'
import type { RetentionPeriods } from './retention-periods'

/** Its end is known from the beginning. */
export const messageCountDeletionClass = ({ messageCountMonths }: RetentionPeriods): DeletionClass => ({
  class: 'messageCount',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['MessagesCounted'],
  endedBy: [deletionClockStart('MessagesCounted', 'messageCount', 'month', afterMonthClosings(messageCountMonths))],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (lending under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'a count by kind and month stays',
  whatRemains: 'how many borrowers got messages in a month; not who, how many or of which kind',
})
