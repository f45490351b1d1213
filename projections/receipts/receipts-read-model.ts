import type { ReadModel } from '../read-model/read-model'
import { receiptFolds } from './receipt-folds'
import { spentReceiptsTable } from './spent-receipts-table'

/** The spent receipts. Names no person. */
export const receiptsReadModel: ReadModel = {
  name: 'receipts',
  version: 1,
  tables: [spentReceiptsTable],
  folds: receiptFolds,
}
