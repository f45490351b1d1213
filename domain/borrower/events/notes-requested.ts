import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BorrowerId, NoteId } from '../../values/ids'

/**
 * The borrower asked to see the notes that are for staff alone. The day is sealed, and outlives thirty days, because the law
 * counts the time for the answer from it (GDPR Article 12(3)).
 */
export const NotesRequested = defineEvent('NotesRequested', 1, {
  open: { borrower: BorrowerId, note: NoteId },
  sealed: { note: { requestedOn: Day } },
})
export type NotesRequested = EventOf<typeof NotesRequested>
