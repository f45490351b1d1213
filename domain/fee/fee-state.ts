import type { PlainOrErased } from '../event/plain-or-erased'
import type { Day } from '../values/day'
import type { BorrowerId, CopyId, FeeId } from '../values/ids'
import type { Ore } from '../values/ore'
import type { FeeLevied } from './events/fee-levied'
import type { FeeCollection } from './fee-collection'

/** The kind of a fee: for a late return or renewal, or for a lost copy (erstatning). */
export type FeeKind = FeeLevied['open']['kind']

/** How a fee or a reimbursement ended. */
export type FeeEnding = 'paid' | 'writtenOff' | 'cancelled' | 'paidOut'

/** How much is owed, by or to which borrower, for which copies. It is erased with the fee, or with its borrower. */
export interface FeeDetails {
  readonly borrower: BorrowerId
  readonly amount: Ore
  readonly copies: ReadonlyArray<CopyId>
  readonly collection: FeeCollection
}

/** No fee has been levied under this id. */
interface UnleviedFee {
  readonly _tag: 'Unlevied'
}

/** A fee that is not yet paid, written off or cancelled. */
export interface OwedFee {
  readonly _tag: 'Owed'
  readonly fee: FeeId
  readonly kind: FeeKind
  /** The last day on which it is owed, unless the debt is renewed. */
  readonly owedUntil: Day
  readonly debt: PlainOrErased<FeeDetails>
  /** Set between the settling event and `FeeSettled`. */
  readonly ending?: FeeEnding
}

/** A reimbursement that the library has not yet paid out. */
export interface GrantedReimbursement {
  readonly _tag: 'Granted'
  readonly fee: FeeId
  readonly kind: 'reimbursement'
  readonly debt: PlainOrErased<FeeDetails>
  /** Set between the settling event and `FeeSettled`. */
  readonly ending?: FeeEnding
}

/** Nothing is owed any more, and the state holds nothing personal. */
interface SettledFee {
  readonly _tag: 'Settled'
  readonly fee: FeeId
  readonly kind: FeeKind | 'reimbursement'
  readonly settledOn: Day
  readonly ending: FeeEnding | undefined
}

export type FeeState = UnleviedFee | OwedFee | GrantedReimbursement | SettledFee

export const initialFeeState: UnleviedFee = { _tag: 'Unlevied' }
