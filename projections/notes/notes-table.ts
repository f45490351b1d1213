import type { BorrowerId, NoteId } from '../../domain/values/ids'
import { defineTable, nullablePersonalTextColumn, purgedWithColumn } from '../read-model/define-table'

/** The present notes on borrowers: at most one row for each. */
export const notesTable = defineTable(
  'notes',
  {
    note: purgedWithColumn<NoteId>('note'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    internalNote: nullablePersonalTextColumn(),
    noteToBorrower: nullablePersonalTextColumn(),
  },
  ['note'],
)
