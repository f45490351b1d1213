import type { DeletionClass } from './deletion-class'
import { erasureDueAtOnce } from './retention-period'
import { deletionClockStart } from './deletion-clock-start'

/** A PIN in a registration of version 1 is sealed with the card, and ends with it. */
export const pinDeletionClass: DeletionClass = {
  class: 'pin',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['PinSet'],
  endedBy: [deletionClockStart('PinSet', 'replaces', 'recorded', erasureDueAtOnce)],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e); Article 5(1)(e) and (f), Article 32 (security)',
  promise: 'the PIN is never readable by anyone; a replaced PIN is forgotten at once',
  whatRemains: 'that there was a PIN, and that it was replaced in a month',
}
