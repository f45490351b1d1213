import type { ReadModel } from '../read-model/read-model'
import { historyConsentsTable, historyMonthsTable } from './loan-histories-tables'
import { loanHistoryFolds } from './loan-history-folds'

/** The loan histories of the borrowers who consented to one. */
export const loanHistoriesReadModel: ReadModel = {
  name: 'loanHistories',
  version: 1,
  tables: [historyConsentsTable, historyMonthsTable],
  folds: loanHistoryFolds,
}
