import type { DeletionClass } from './deletion-class'
import type { Periods } from './periods'

export const card = (_periods: Periods): DeletionClass => ({
  class: 'card',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['BorrowerRegistered'],
  ends: [],
  silence: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e); Article 5(1)(e)',
  promise: 'the cards that may be used to borrow; the PIN is never readable by anyone',
  kept: 'that there was a card',
})
