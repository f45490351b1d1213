import { noNotes, type BorrowerNotes } from '../../domain/borrower/borrower-notes'
import type { BorrowerId } from '../../domain/values/ids'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { notesTable } from './notes-table'

/** The present notes on a borrower. */
export const notesOnBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): BorrowerNotes => {
    const { internalNote, noteToBorrower } = findFirstRow(rows, notesTable, { where: { borrower } }) ?? noNotes
    return { internalNote, noteToBorrower }
  }
