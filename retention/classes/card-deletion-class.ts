import type { DeletionClass } from './deletion-class'
import type { RetentionPeriods } from './retention-periods'

export const cardDeletionClass = (_periods: RetentionPeriods): DeletionClass => ({
  class: 'card',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['BorrowerRegistered'],
  endedBy: [],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e); Article 5(1)(e)',
  promise: 'the cards that may be used to borrow; the PIN is never readable by anyone',
  whatRemains: 'that there was a card',
})
