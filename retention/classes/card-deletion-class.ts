import type { DeletionClass } from './deletion-class'
import { afterMonthClosings } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

export const cardDeletionClass = ({ monthsInPersons }: RetentionPeriods): DeletionClass => ({
  class: 'card',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['BorrowerRegistered', 'CardIssued'],
  endedBy: [
    deletionClockStart('CardIssued', 'replaces', 'recorded', afterMonthClosings(monthsInPersons)),
    deletionClockStart('CardReportedStolen', 'card', 'recorded', afterMonthClosings(monthsInPersons)),
  ],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e); Article 5(1)(e)',
  promise: 'the cards that may be used to borrow; the PIN is never readable by anyone',
  whatRemains: 'that there was a card, and that it was replaced or reported stolen in a month',
})
