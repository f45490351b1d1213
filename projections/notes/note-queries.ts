import { noNotes, type BorrowerNotes } from '../../domain/borrower/borrower-notes'
import type { BorrowerId } from '../../domain/values/ids'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { notesRequestsTable, notesTable, type NotesRequestRow } from './notes-table'

/** The present notes on a borrower. */
export const notesOnBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): BorrowerNotes => {
    const { internalNote, noteToBorrower } = findFirstRow(rows, notesTable, { where: { borrower } }) ?? noNotes
    return { internalNote, noteToBorrower }
  }

/** The requests of a borrower to see the notes that are not erased, the earliest first. */
export const notesRequestsOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<NotesRequestRow> =>
    rows.find(notesRequestsTable, { where: { borrower }, orderBy: ['requestedOn', 'note'] })

/** The requests to see the notes that staff have not answered, the earliest first. */
export const unansweredNotesRequests = (rows: ReadModelRows): ReadonlyArray<NotesRequestRow> =>
  rows.find(notesRequestsTable, { where: { answeredOn: null }, orderBy: ['requestedOn', 'note'] })
