import type { ReadModel } from '../read-model/read-model'
import { offlineCaseFolds } from './offline-case-folds'
import { offlineLoanCasesTable, copiesOfUnmatchedCasesTable, unmatchedCasesTable } from './offline-case-tables'

/** What machines did while they were offline, and staff must resolve. */
export const offlineCasesReadModel: ReadModel = {
  name: 'offlineCases',
  version: 2,
  tables: [offlineLoanCasesTable, unmatchedCasesTable, copiesOfUnmatchedCasesTable],
  folds: offlineCaseFolds,
}
