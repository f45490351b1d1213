import type { DeletionClass } from './deletion-class'
import { monthClosing } from './period'
import type { Periods } from './periods'
import { when } from './start-condition'

export const block = ({ monthsAfter }: Periods): DeletionClass => ({
  class: 'block',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['BlockSet'],
  ends: [when('BlockLifted', 'block', 'recorded', monthClosing(monthsAfter))],
  silence: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e); Article 5(1)(e)',
  promise: 'the day it was set and why; a blocked borrower cannot use the library',
  kept: 'that there was a block, and in which months it was set and lifted',
})
