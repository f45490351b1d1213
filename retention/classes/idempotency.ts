import type { DeletionClass } from './deletion-class'
import { days } from './period'
import type { Periods } from './periods'
import { when } from './start-condition'

export const idempotency = ({ idempotencyDays }: Periods): DeletionClass => ({
  class: 'idempotency',
  parent: 'library',
  log: 'circulation',
  namedBy: ['DayOpened'],
  ends: [when('DayOpened', 'idempotency', 'day', days(idempotencyDays))],
  silence: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 5(1)(c) and (e); Article 25',
  promise: 'history is deleted 30 days after return, or after the outstanding balance is paid',
  kept: 'that commands named the day',
})
