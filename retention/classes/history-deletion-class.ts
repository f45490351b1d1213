import type { DeletionClass } from './deletion-class'
import { deletionClockStart } from './deletion-clock-start'
import { afterMonthClosings } from './retention-period'

/** A consent has no latest end of its own: the history ends with the borrower at the latest. */
export const historyDeletionClass: DeletionClass = {
  class: 'history',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['HistoryConsentGiven'],
  endedBy: [deletionClockStart('HistoryConsentWithdrawn', 'history', 'recorded', afterMonthClosings(0))],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(a) and 7(3) (consent, and its withdrawal)',
  promise:
    'a history of loans is written for those alone who consented to it, and deleted when they withdraw the consent',
  whatRemains: 'that there was a consent, and in which months it was given and withdrawn',
}
