import type { DeletionClass } from './deletion-class'
import { deletionClockStart } from './deletion-clock-start'
import { afterMonthClosings } from './retention-period'
import type { RetentionPeriods } from './retention-periods'

/** Its end is known from the beginning: nothing that happens to a notice makes it last longer. */
export const noticeDeletionClass = ({ monthsInPersons }: RetentionPeriods): DeletionClass => ({
  class: 'notice',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['NoticeMade'],
  endedBy: [deletionClockStart('NoticeMade', 'notice', 'madeIn', afterMonthClosings(monthsInPersons))],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (lending under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'overview of SMS and e-mail sent',
  whatRemains: 'that a message was made in a month, and whether it was sent; not to whom or of which kind',
})
