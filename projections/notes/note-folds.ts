import type { BorrowerNotes } from '../../domain/borrower/borrower-notes'
import type { PlainOrErased } from '../../domain/event/plain-or-erased'
import type { BorrowerId, NoteId } from '../../domain/values/ids'
import type { EventFolds } from '../read-model/read-model'
import { putRow, removeRows, setColumns, type RowChange } from '../read-model/row-change'
import { notesRequestsTable, notesTable } from './notes-table'

const putNotes = (
  { borrower, note }: { readonly borrower: BorrowerId; readonly note: NoteId },
  part: PlainOrErased<BorrowerNotes>,
): ReadonlyArray<RowChange> => (part._tag === 'Erased' ? [] : [putRow(notesTable)({ note, borrower, ...part.value })])

const notAnswered = { answeredOn: null, given: null, withheldBecause: null }

export const noteFolds: EventFolds = {
  NotesWritten: ({ open, sealed }) => putNotes(open, sealed.note),
  NotesReplaced: ({ open, sealed }) => [
    removeRows(notesTable)({ note: open.replaces }),
    ...putNotes(open, sealed.note),
  ],
  NotesRemoved: ({ open: { note } }) => [removeRows(notesTable)({ note })],
  NotesRequested: ({ open: { note, borrower }, sealed: { note: part } }) =>
    part._tag === 'Erased' ? [] : [putRow(notesRequestsTable)({ note, borrower, ...part.value, ...notAnswered })],
  NotesRequestAnswered: ({ open: { note }, sealed: { note: part } }) =>
    part._tag === 'Erased' ? [] : [setColumns(notesRequestsTable)({ note }, part.value)],
}
