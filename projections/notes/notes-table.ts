import type { BorrowerId, NoteId } from '../../domain/values/ids'
import type { Day } from '../../domain/values/day'
import {
  defineTable,
  nullablePersonalTextColumn,
  personalTextColumn,
  purgedWithColumn,
  type TableRow,
} from '../read-model/define-table'

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

/** The requests of borrowers to see the notes that are for staff alone, with the answers, until both are erased. */
export const notesRequestsTable = defineTable(
  'notesRequests',
  {
    note: purgedWithColumn<NoteId>('note'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    requestedOn: personalTextColumn<Day>(),
    /** Null until staff have answered, as are the members of the answer. */
    answeredOn: nullablePersonalTextColumn<Day>(),
    given: nullablePersonalTextColumn(),
    withheldBecause: nullablePersonalTextColumn(),
  },
  ['note'],
)
export type NotesRequestRow = TableRow<typeof notesRequestsTable>
