import type { DeletionClass } from './deletion-class'
import { erasureDueAtOnce, erasureDueAfterDays } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

export const setAsideDeletionClass = (_periods: RetentionPeriods): DeletionClass => ({
  class: 'setAside',
  parent: 'borrower',
  log: 'circulation',
  namedBy: ['CopySetAside', 'CopyPutOnPullList'],
  endedBy: [deletionClockStart('SetAsideReleased', 'setAside', 'recorded', erasureDueAtOnce)],
  endedAtLatestBy: [
    deletionClockStart('CopySetAside', 'setAside', 'latestEnd', erasureDueAfterDays(0)),
    deletionClockStart('CopyPutOnPullList', 'setAside', 'latestEnd', erasureDueAfterDays(0)),
  ],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e) (lending under the Danish Act on Library Services); Article 5(1)(e)',
  promise: 'deleted when the material is lent to the borrower, or when the reservation is deleted',
  whatRemains: 'that a copy was wanted, set aside, sent and made ready, where and on which days',
})
