import type { ReadModel } from '../read-model/read-model'
import { feeFolds } from './fee-folds'
import { paymentFolds } from './payment-folds'
import {
  feeItemsTable,
  feesTable,
  feeTransactionsTable,
  paymentFeesTable,
  paymentsTable,
  reimbursementsTable,
} from './fee-tables'

/** Fees, bills, reimbursements and payments: unsettled, or settled in the last 30 days. */
export const feesReadModel: ReadModel = {
  name: 'fees',
  version: 9,
  tables: [feesTable, feeItemsTable, feeTransactionsTable, reimbursementsTable, paymentsTable, paymentFeesTable],
  folds: { ...feeFolds, ...paymentFolds },
}
