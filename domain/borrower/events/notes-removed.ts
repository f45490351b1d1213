import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, NoteId } from '../../values/ids'

/** Staff removed all notes on a borrower. They are erased with the closing of the next month. */
export const NotesRemoved = defineEvent('NotesRemoved', 1, {
  open: { borrower: BorrowerId, note: NoteId },
  sealed: {},
})
export type NotesRemoved = EventOf<typeof NotesRemoved>
