import type { DeletionClass } from './deletion-class'
import { erasureDueAtOnce, afterInactivity, afterMonthClosings } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

/**
 * A borrower who owes money or has a loan or reservation counts as seen, so inactivity never erases a debt. The
 * erasure is announced in time for the end of inactivity; where it was not, the announcement moves the latest end.
 */
export const borrowerDeletionClass = ({ inactivityYears }: RetentionPeriods): DeletionClass => ({
  class: 'borrower',
  parent: 'library',
  log: 'persons',
  namedBy: ['BorrowerRegistered'],
  endedBy: [
    deletionClockStart('ErasureRequested', 'borrower', 'recorded', erasureDueAtOnce),
    deletionClockStart('BorrowerLapsed', 'borrower', 'lapsedIn', afterMonthClosings(0)),
  ],
  endedAtLatestBy: [
    deletionClockStart('BorrowerRegistered', 'borrower', 'registeredIn', afterInactivity(inactivityYears)),
    deletionClockStart('BorrowerSeen', 'borrower', 'halfYear', afterInactivity(inactivityYears)),
    deletionClockStart('ErasureAnnounced', 'borrower', 'lapsesIn', afterMonthClosings(0)),
  ],
  provedBy: 'attested',
  legalBasis: 'GDPR Article 6(1)(e), Article 17(1)(a) and (b); Danish Data Protection Act, section 11 (CPR number)',
  promise: 'GDPR: access, correction, erasure, and a data protection officer to ask',
  whatRemains: 'that somebody was a borrower from one month to another',
})
