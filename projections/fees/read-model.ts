import type { ReadModel } from '../kernel/read-model'
import { feeFolds } from './fold-fees'
import { paymentFolds } from './fold-payments'
import { feeItems, fees, paymentFees, payments } from './rows'

/** Fees, bills and payments: what a borrower owes and has settled in the last 30 days. */
export const feesModel: ReadModel = {
  name: 'fees',
  version: 3,
  tables: [fees, feeItems, payments, paymentFees],
  folds: { ...feeFolds, ...paymentFolds },
}
