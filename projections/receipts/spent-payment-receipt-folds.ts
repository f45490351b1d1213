import type { Day } from '../../domain/values/day'
import type { EventFolds } from '../read-model/read-model'
import { putRow } from '../read-model/row-change'
import { spentReceiptsTable } from './spent-receipts-table'

export const spentPaymentReceiptFolds: EventFolds = {
  ReceiptSpent: ({ metadata: { id, recorded }, open: { receipt } }) => [
    putRow(spentReceiptsTable)({ receipt, event: id, spentOn: recorded as Day }),
  ],
}
