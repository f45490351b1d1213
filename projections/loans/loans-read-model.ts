import type { ReadModel } from '../read-model/read-model'
import { loanFolds } from './loan-folds'
import { lateRenewalsTable, loansTable, undoneLoansTable } from './loans-table'

/** Running loans, and loans that ended in the last 30 days: by borrower, by copy, and the overdue list. */
export const loansReadModel: ReadModel = {
  name: 'loans',
  version: 8,
  tables: [loansTable, lateRenewalsTable, undoneLoansTable],
  folds: loanFolds,
}
