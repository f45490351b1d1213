import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, NoteId } from '../../values/ids'
import { borrowerNotesFields } from '../borrower-notes'

/** Staff wrote notes on a borrower who had none. The open part does not tell of which kind. */
export const NotesWritten = defineEvent('NotesWritten', 1, {
  open: { borrower: BorrowerId, note: NoteId },
  sealed: { note: borrowerNotesFields },
})
export type NotesWritten = EventOf<typeof NotesWritten>
