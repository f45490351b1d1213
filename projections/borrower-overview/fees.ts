import { addDays, type Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { feesOf, itemsOf } from '../fees/queries'
import type { Fee, FeeItemRow } from '../fees/rows'
import type { Rows } from '../kernel/rows'

/** A fee or bill as its borrower sees it. */
export interface FeeShown extends Pick<Fee, 'fee' | 'kind' | 'amount' | 'leviedOn' | 'settledOn' | 'ending'> {
  readonly items: ReadonlyArray<Pick<FeeItemRow, 'copy' | 'title' | 'name' | 'daysOverdue'>>
  /** The day with whose closing it is forgotten; null while it is owed. */
  readonly forgottenOn: Day | null
}

/** A borrower's fees and bills, unsettled or settled less than so many days ago. */
export const feesShown =
  (keptDays: number) =>
  (borrower: BorrowerId) =>
  (rows: Rows): ReadonlyArray<FeeShown> =>
    feesOf(borrower)(rows).map(({ fee, kind, amount, leviedOn, settledOn, ending }) => ({
      fee,
      kind,
      amount,
      leviedOn,
      settledOn,
      ending,
      items: itemsOf(fee)(rows).map(({ copy, title, name, daysOverdue }) => ({ copy, title, name, daysOverdue })),
      forgottenOn: settledOn === null ? null : addDays(keptDays)(settledOn),
    }))
