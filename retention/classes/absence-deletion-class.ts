import type { DeletionClass } from './deletion-class'
import { afterMonthClosings } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

/** No open part tells the last day of a period, so the closing of its month states that it is over. */
export const absenceDeletionClass = ({ monthsInPersons }: RetentionPeriods): DeletionClass => ({
  class: 'absence',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['AbsenceSet', 'AbsenceChanged'],
  endedBy: [
    deletionClockStart('AbsenceChanged', 'replaces', 'recorded', afterMonthClosings(monthsInPersons)),
    deletionClockStart('AbsenceRemoved', 'absence', 'recorded', afterMonthClosings(monthsInPersons)),
    deletionClockStart('AbsenceEnded', 'absence', 'endedIn', afterMonthClosings(monthsInPersons)),
  ],
  endedAtLatestBy: [],
  provedBy: 'attested',
  legalBasis: 'GDPR Article 6(1)(e); Article 5(1)(e)',
  promise: 'the borrower sets it; reservations are not fulfilled in it, and the queue place is kept',
  whatRemains: 'that there was an absence period, and in which months it was set, and removed, replaced or over',
})
