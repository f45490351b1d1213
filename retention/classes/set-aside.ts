import type { DeletionClass } from './deletion-class'
import { atOnce, days } from './period'
import type { Periods } from './periods'
import { when } from './start-condition'

export const setAside = (_periods: Periods): DeletionClass => ({
  class: 'setAside',
  parent: 'borrower',
  log: 'circulation',
  namedBy: ['CopySetAside'],
  ends: [when('SetAsideReleased', 'setAside', 'recorded', atOnce)],
  silence: [when('CopySetAside', 'setAside', 'latestEnd', days(0))],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (lending under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'deleted when the material is lent to the borrower, or when the reservation is deleted',
  kept: 'that a copy was set aside, sent and made ready, where and on which days',
})
