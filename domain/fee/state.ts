import type { Remembered } from '../event/remembered'
import type { Day } from '../values/day'
import type { BorrowerId, CopyId, FeeId } from '../values/ids'
import type { Ore } from '../values/ore'
import type { FeeLevied } from './events/fee-levied'

/** The kind of a fee: for a late return, or for a lost copy (erstatning). */
export type FeeKind = FeeLevied['open']['kind']

/** What is owed, by which borrower, for which copies. It is erased with the fee, or with its borrower. */
export interface FeeDebt {
  readonly borrower: BorrowerId
  readonly amount: Ore
  readonly copies: ReadonlyArray<CopyId>
}

/** No fee has been levied under this id. */
export interface UnleviedFee {
  readonly _tag: 'Unlevied'
}

/** Not yet paid, waived or cancelled. */
export interface OwedFee {
  readonly _tag: 'Owed'
  readonly fee: FeeId
  readonly kind: FeeKind
  readonly debt: Remembered<FeeDebt>
}

/** Nothing is owed any more, and the state holds nothing personal. */
export interface SettledFee {
  readonly _tag: 'Settled'
  readonly fee: FeeId
  readonly kind: FeeKind
  readonly settledOn: Day
}

export type FeeState = UnleviedFee | OwedFee | SettledFee

export const unleviedFee: UnleviedFee = { _tag: 'Unlevied' }
