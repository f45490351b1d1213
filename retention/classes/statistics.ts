import type { DeletionClass } from './deletion-class'
import { monthClosing } from './period'
import type { Periods } from './periods'
import { when } from './start-condition'

export const statistics = (_periods: Periods): DeletionClass => ({
  class: 'statistics',
  parent: 'library',
  log: 'circulation',
  namedBy: ['MonthOpened'],
  ends: [when('MonthOpened', 'statistics', 'month', monthClosing(0))],
  silence: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 5(1)(b) and 89(1) (statistics); Article 5(1)(e)',
  promise: 'statistics without persons',
  kept: "the month's counts, with cells under five merged",
})
