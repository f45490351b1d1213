import type { DeletionClass } from './deletion-class'
import { atOnce, inactivity, monthClosing } from './period'
import type { Periods } from './periods'
import { when } from './start-condition'

/** Whoever owes or holds something counts as seen, so that inactivity never ends a debt. */
export const borrower = ({ inactivityYears }: Periods): DeletionClass => ({
  class: 'borrower',
  parent: 'library',
  log: 'persons',
  namedBy: ['BorrowerRegistered'],
  ends: [
    when('ErasureRequested', 'borrower', 'recorded', atOnce),
    when('BorrowerLapsed', 'borrower', 'lapsedIn', monthClosing(0)),
  ],
  silence: [
    when('BorrowerRegistered', 'borrower', 'registeredIn', inactivity(inactivityYears)),
    when('BorrowerSeen', 'borrower', 'halfYear', inactivity(inactivityYears)),
  ],
  provedBy: 'attested',
  legalBasis: 'GDPR Article 6(1)(e), Article 17(1)(a) and (b); Danish Data Protection Act, section 11 (CPR number)',
  promise: 'GDPR: access, correction, erasure, and a data protection officer to ask',
  kept: 'that somebody was a borrower from one month to another',
})
