import type { Day } from '../../domain/values/day'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { spentReceiptsTable, type SpentReceiptRow } from './spent-receipts-table'

/** The receipts that were spent on a day or later. */
export const paymentReceiptsSpentSince =
  (day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<SpentReceiptRow> =>
    rows.find(spentReceiptsTable, { atLeast: { spentOn: day }, orderBy: ['receipt'] })
