import type { ReadModel } from '../read-model/read-model'
import { absenceFolds } from './absence-folds'
import { absencesTable } from './absences-table'

/** The absence periods of borrowers. */
export const absencesReadModel: ReadModel = {
  name: 'absences',
  version: 2,
  tables: [absencesTable],
  folds: absenceFolds,
}
