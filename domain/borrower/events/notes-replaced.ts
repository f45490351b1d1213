import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, NoteId } from '../../values/ids'
import { borrowerNotesFields } from '../borrower-notes'

/** Staff changed the notes on a borrower, or removed one of two. The old ones are erased with the closing of the next month. */
export const NotesReplaced = defineEvent('NotesReplaced', 1, {
  open: { borrower: BorrowerId, note: NoteId, replaces: NoteId },
  sealed: { note: borrowerNotesFields },
})
export type NotesReplaced = EventOf<typeof NotesReplaced>
