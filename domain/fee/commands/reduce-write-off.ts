import { either as E } from 'fp-ts'
import type { FeeOccasionDays } from '../../policy/fee-occasion-days'
import type { Day } from '../../values/day'
import type { BorrowerId, FeeId } from '../../values/ids'
import type { Ore } from '../../values/ore'
import type { FeeTransactionRole } from '../fee-transaction-role'
import type { DecideFromState } from '../decide-fee-from-state'
import { WriteOffReduced } from '../events/write-off-reduced'
import type { FeeItem } from '../fee-item'
import { refuseFeeCommand } from '../fee-refusal'

/** Takes back a write-off, whole or in part, in øre: the borrower owes it again, as a new fee. */
export interface ReduceWriteOff extends FeeOccasionDays {
  readonly type: 'ReduceWriteOff'
  readonly fee: FeeId
  readonly borrower: BorrowerId
  /** At most what was written off and not taken back yet, read under the borrower's lock. */
  readonly amount: Ore
  readonly reason: string
  readonly role: FeeTransactionRole
  readonly items: ReadonlyArray<FeeItem>
  readonly on: Day
}

/** Refused: `FeeIsUnknown`, `FeeIsNotWrittenOff`, `AmountIsNothing`. */
export const decideReduceWriteOff =
  ({ type: _type, fee, on: reducedOn, ...details }: ReduceWriteOff): DecideFromState =>
  (state) => {
    if (state._tag === 'Unlevied') return refuseFeeCommand('FeeIsUnknown')
    if (state._tag !== 'Settled' || state.ending !== 'writtenOff' || state.kind === 'reimbursement')
      return refuseFeeCommand('FeeIsNotWrittenOff')
    if (details.amount === 0) return refuseFeeCommand('AmountIsNothing')
    return E.right([WriteOffReduced({ fee }, { fee: { ...details, kind: state.kind, reducedOn } })])
  }
