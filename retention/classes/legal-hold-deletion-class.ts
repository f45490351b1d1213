import type { DeletionClass } from './deletion-class'
import { deletionClockStart } from './deletion-clock-start'
import { erasureDueAfterDays } from './retention-period'

/** A legal hold expires by itself: its last day is open, and no hold lasts longer than twelve months without a new event. */
export const legalHoldDeletionClass: DeletionClass = {
  class: 'hold',
  parent: 'borrower',
  log: 'circulation',
  namedBy: ['HoldSet'],
  endedBy: [deletionClockStart('HoldReleased', 'hold', 'recorded', erasureDueAfterDays(0))],
  endedAtLatestBy: [
    deletionClockStart('HoldSet', 'hold', 'lastDay', erasureDueAfterDays(0)),
    deletionClockStart('HoldProlonged', 'hold', 'lastDay', erasureDueAfterDays(0)),
  ],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(c) and (e); Article 17(3)(b) and (e); Article 5(1)(e)',
  promise: 'a hold stops the erasure of one record, until a day; what it says goes with it',
  whatRemains: 'that one record was held, from which day until which month at the latest; not which, whose or why',
}
