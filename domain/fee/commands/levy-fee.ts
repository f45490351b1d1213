import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { BorrowerId, FeeId } from '../../values/ids'
import type { Ore } from '../../values/ore'
import type { DecideFromState } from '../decide-fee-from-state'
import { FeeLevied } from '../events/fee-levied'
import type { FeeItem } from '../fee-item'
import { refuseFeeCommand } from '../fee-refusal'
import type { FeeKind } from '../fee-state'

/** Levies a fee (øre) for one occasion. */
export interface LevyFee {
  readonly type: 'LevyFee'
  readonly fee: FeeId
  readonly kind: FeeKind
  readonly borrower: BorrowerId
  readonly amount: Ore
  readonly lentOn: Day
  readonly dueOn: Day
  /** The day of return, of renewal, or of billing as lost. */
  readonly occasion: Day
  /** When absent, the fee is levied on the day of its occasion. */
  readonly leviedOn?: Day
  /** The last day on which it is owed, unless the debt is renewed. */
  readonly owedUntil: Day
  readonly items: ReadonlyArray<FeeItem>
}

/** Refused: `FeeIsAlreadyLevied`, `FeeIsForNothing`. */
export const decideLevyFee =
  ({
    fee,
    kind,
    borrower,
    amount,
    lentOn,
    dueOn,
    occasion,
    leviedOn = occasion,
    owedUntil,
    items,
  }: LevyFee): DecideFromState =>
  (state) => {
    if (state._tag !== 'Unlevied') return refuseFeeCommand('FeeIsAlreadyLevied')
    if (amount === 0 || items.length === 0) return refuseFeeCommand('FeeIsForNothing')
    return E.right([
      FeeLevied({ fee, kind, leviedOn, owedUntil }, { fee: { borrower, amount, lentOn, dueOn, occasion, items } }),
    ])
  }
