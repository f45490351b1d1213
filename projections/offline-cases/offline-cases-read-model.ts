import type { ReadModel } from '../read-model/read-model'
import { offlineCaseFolds } from './offline-case-folds'
import { loanCasesTable, unmatchedCasesTable } from './offline-case-tables'

/** What machines did while they were offline, and staff must resolve. */
export const offlineCasesReadModel: ReadModel = {
  name: 'offlineCases',
  version: 1,
  tables: [loanCasesTable, unmatchedCasesTable],
  folds: offlineCaseFolds,
}
