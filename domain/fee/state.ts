import type { Remembered } from '../event/remembered'
import type { Day } from '../values/day'
import type { BorrowerId, CopyId, FeeId } from '../values/ids'
import type { Ore } from '../values/ore'
import type { FeeLevied } from './events/fee-levied'

/** What a fee is for: a late return, or a copy that was lost (erstatning). */
export type FeeKind = FeeLevied['open']['kind']

/** What is owed, by whom and for which copies; forgotten with the fee, or with its borrower. */
export interface Debt {
  readonly borrower: BorrowerId
  readonly amount: Ore
  readonly copies: ReadonlyArray<CopyId>
}

/** No fee of this id has been levied. */
export interface Unlevied {
  readonly _tag: 'Unlevied'
}

/** Waits to be paid, waived or cancelled. */
export interface Owed {
  readonly _tag: 'Owed'
  readonly fee: FeeId
  readonly kind: FeeKind
  readonly debt: Remembered<Debt>
}

/** Nothing is owed any more, and nothing personal is kept here. */
export interface Settled {
  readonly _tag: 'Settled'
  readonly fee: FeeId
  readonly kind: FeeKind
  readonly settledOn: Day
}

export type FeeState = Unlevied | Owed | Settled

export const unlevied: Unlevied = { _tag: 'Unlevied' }
