import type { DeletionClass } from './deletion-class'
import { afterMonthClosings } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

/** No open part tells the birthday of the child, so the closing of a month states that a guardianship is over. */
export const guardianDeletionClass = ({ monthsInPersons }: RetentionPeriods): DeletionClass => ({
  class: 'guardian',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['GuardianRegistered', 'GuardianCorrected'],
  endedBy: [
    deletionClockStart('GuardianRegistered', 'replaces', 'recorded', afterMonthClosings(monthsInPersons)),
    deletionClockStart('GuardianCorrected', 'replaces', 'recorded', afterMonthClosings(monthsInPersons)),
    deletionClockStart('GuardianshipEnded', 'guardian', 'endedIn', afterMonthClosings(monthsInPersons)),
  ],
  endedAtLatestBy: [],
  provedBy: 'attested',
  legalBasis: 'GDPR Article 6(1)(e); Article 5(1)(e); Danish Data Protection Act, section 11 (CPR number)',
  promise: 'under 18: CPR number, name and contact of the parent or guardian who answers for the child',
  whatRemains:
    'that a guardian answered for a borrower, who was therefore under 18, in which months this was recorded, corrected, replaced or over, and that a paper of it was destroyed; by month, without a branch, how many papers of guardianships that ended in it nobody confirmed as destroyed',
})
