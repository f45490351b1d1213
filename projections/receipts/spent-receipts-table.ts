import type { Day } from '../../domain/values/day'
import type { EventId, ReceiptId } from '../../domain/values/ids'
import { defineTable, openTextColumn, type TableRow } from '../read-model/define-table'

/** Receipts that were spent. A receipt names nobody. */
export const spentReceiptsTable = defineTable(
  'spentReceipts',
  {
    receipt: openTextColumn<ReceiptId>(),
    /** The event that says so. Its id is derived from the order of a payout. */
    event: openTextColumn<EventId>(),
    spentOn: openTextColumn<Day>(),
  },
  ['receipt'],
  [['spentOn']],
)
export type SpentReceiptRow = TableRow<typeof spentReceiptsTable>
