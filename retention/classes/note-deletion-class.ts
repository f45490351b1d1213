import type { DeletionClass } from './deletion-class'
import { afterMonthClosings } from './retention-period'
import type { RetentionPeriods } from './retention-periods'
import { deletionClockStart } from './deletion-clock-start'

export const noteDeletionClass = ({ monthsInPersons }: RetentionPeriods): DeletionClass => ({
  class: 'note',
  parent: 'borrower',
  log: 'persons',
  namedBy: ['NotesWritten', 'NotesReplaced', 'NotesRequested'],
  endedBy: [
    deletionClockStart('NotesReplaced', 'replaces', 'recorded', afterMonthClosings(monthsInPersons)),
    deletionClockStart('NotesRemoved', 'note', 'recorded', afterMonthClosings(monthsInPersons)),
    deletionClockStart('NotesRequestAnswered', 'note', 'recorded', afterMonthClosings(monthsInPersons)),
  ],
  endedAtLatestBy: [],
  provedBy: 'open parts',
  legalBasis: 'GDPR Article 6(1)(e); Article 5(1)(e)',
  promise:
    'internal note: visible to staff only; note to the borrower: printed on the statement of outstanding matters',
  whatRemains:
    'that staff noted something, and in which months they wrote, replaced and removed it; that the borrower asked to see it, and in which months that was and was answered',
})
