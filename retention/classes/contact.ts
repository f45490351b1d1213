import type { DeletionClass } from './deletion-class'
import { monthClosing } from './period'
import type { Periods } from './periods'
import { when } from './start-condition'

export const contact = ({ monthsAfter }: Periods): DeletionClass => ({
  class: 'contact',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['BorrowerRegistered', 'ContactChanged'],
  ends: [when('ContactChanged', 'replaces', 'recorded', monthClosing(monthsAfter))],
  silence: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e); Article 5(1)(d) and (e)',
  promise: 'present contact address; the borrower can change it',
  kept: 'that contact details were given, and that they were replaced in a month',
})
