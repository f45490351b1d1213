import type { ReadModel } from '../read-model/read-model'
import { feeFolds } from './fee-folds'
import { paymentFolds } from './payment-folds'
import { feeItemsTable, feesTable, paymentFeesTable, paymentsTable } from './fee-tables'

/** Fees, bills and payments: unsettled, or settled in the last 30 days. */
export const feesReadModel: ReadModel = {
  name: 'fees',
  version: 3,
  tables: [feesTable, feeItemsTable, paymentsTable, paymentFeesTable],
  folds: { ...feeFolds, ...paymentFolds },
}
