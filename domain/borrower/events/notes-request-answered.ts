import { defineEvent, type EventOf } from '../../event/define-event'
import { BorrowerId, NoteId } from '../../values/ids'
import { answerToNotesRequestFields } from '../answer-to-notes-request'

/** Staff answered the request of a borrower to see the notes. Both are erased with the closing of the next month. */
export const NotesRequestAnswered = defineEvent('NotesRequestAnswered', 1, {
  open: { borrower: BorrowerId, note: NoteId },
  sealed: { note: answerToNotesRequestFields },
})
export type NotesRequestAnswered = EventOf<typeof NotesRequestAnswered>
