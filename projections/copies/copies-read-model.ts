import type { ReadModel } from '../read-model/read-model'
import { copyFolds } from './copy-folds'
import { copiesTable, missingCopiesTable } from './copies-table'

/** The copies of the library, with branch and status. No personal data. */
export const copiesReadModel: ReadModel = {
  name: 'copies',
  version: 7,
  tables: [copiesTable, missingCopiesTable],
  folds: copyFolds,
}
