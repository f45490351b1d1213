import type { ReadModel } from '../read-model/read-model'
import { noteFolds } from './note-folds'
import { notesRequestsTable, notesTable } from './notes-table'

/** What staff noted on borrowers, and the requests of borrowers to see it. */
export const notesReadModel: ReadModel = {
  name: 'notes',
  version: 2,
  tables: [notesTable, notesRequestsTable],
  folds: noteFolds,
}
