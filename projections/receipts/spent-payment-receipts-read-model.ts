import type { ReadModel } from '../read-model/read-model'
import { spentPaymentReceiptFolds } from './spent-payment-receipt-folds'
import { spentReceiptsTable } from './spent-receipts-table'

/** The spent receipts. Names no person. */
export const spentPaymentReceiptsReadModel: ReadModel = {
  name: 'receipts',
  version: 1,
  tables: [spentReceiptsTable],
  folds: spentPaymentReceiptFolds,
}
