import { addDays, type Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { feesOfBorrower, itemsOfFee } from '../fees/fee-queries'
import type { FeeRow, FeeItemRow } from '../fees/fee-tables'
import type { ReadModelRows } from '../read-model/read-model-rows'

/** A fee or bill as its borrower sees it. */
export interface FeeInOverview extends Pick<
  FeeRow,
  'fee' | 'kind' | 'amount' | 'leviedOn' | 'owedUntil' | 'collection' | 'noticePayBy' | 'settledOn' | 'ending'
> {
  readonly items: ReadonlyArray<Pick<FeeItemRow, 'copy' | 'title' | 'name' | 'daysOverdue'>>
  /** The day with whose closing the fee is forgotten; null while it is owed. */
  readonly forgottenOn: Day | null
}

/** A borrower's fees and bills: unsettled, or settled less than `retentionDays` ago. */
export const feesInOverview =
  (retentionDays: number) =>
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<FeeInOverview> =>
    feesOfBorrower(borrower)(rows).map(({ fee, kind, amount, leviedOn, settledOn, ending, ...row }) => ({
      ...{ fee, kind, amount, leviedOn, settledOn, ending },
      ...{ owedUntil: row.owedUntil, collection: row.collection, noticePayBy: row.noticePayBy },
      items: itemsOfFee(fee)(rows).map(({ copy, title, name, daysOverdue }) => ({ copy, title, name, daysOverdue })),
      forgottenOn: settledOn === null ? null : addDays(retentionDays)(settledOn),
    }))
