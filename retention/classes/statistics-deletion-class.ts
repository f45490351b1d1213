import type { DeletionClass } from './deletion-class'
import { afterMonthClosings } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

export const statisticsDeletionClass = (_periods: RetentionPeriods): DeletionClass => ({
  class: 'statistics',
  parent: 'library',
  log: 'circulation',
  namedBy: ['MonthOpened'],
  endedBy: [deletionClockStart('MonthOpened', 'statistics', 'month', afterMonthClosings(0))],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 5(1)(b) and 89(1) (statistics); Article 5(1)(e)',
  promise: 'statistics without persons',
  whatRemains: "the month's counts, with cells under five merged",
})
