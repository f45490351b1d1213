import type { ReadModel } from '../read-model/read-model'
import { noteFolds } from './note-folds'
import { notesTable } from './notes-table'

/** What staff noted on borrowers. */
export const notesReadModel: ReadModel = {
  name: 'notes',
  version: 1,
  tables: [notesTable],
  folds: noteFolds,
}
