import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { BorrowerId, FeeId } from '../../values/ids'
import type { Ore } from '../../values/ore'
import type { FeeTransactionRole } from '../fee-transaction-role'
import type { DecideFromState } from '../decide-fee-from-state'
import { FeeReimbursed } from '../events/fee-reimbursed'
import type { FeeItem } from '../fee-item'
import type { ReimbursementReason } from '../reimbursement-reason'
import { refuseFeeCommand } from '../fee-refusal'

/** Gives back what was paid for a settled fee (refusion), whole or in part, in øre. */
export interface ReimburseFee {
  readonly type: 'ReimburseFee'
  readonly fee: FeeId
  readonly borrower: BorrowerId
  /** At most what was paid and not given back yet, read under the borrower's lock. */
  readonly amount: Ore
  readonly because: ReimbursementReason
  /** In words; null when a rule gives the money back. */
  readonly reason: string | null
  readonly role: FeeTransactionRole
  readonly items: ReadonlyArray<FeeItem>
  readonly on: Day
}

/**
 * Money that came for a fee which was settled in another way, or by another payment, goes back too. Refused: `FeeIsUnknown`, `FeeIsNotPaid`,
 * `AmountIsNothing`.
 */
export const decideReimburseFee =
  ({ fee, borrower, amount, because, reason, role, items, on }: ReimburseFee): DecideFromState =>
  (state) => {
    if (state._tag === 'Unlevied') return refuseFeeCommand('FeeIsUnknown')
    if (state._tag !== 'Settled') return refuseFeeCommand('FeeIsNotPaid')
    if (state.ending !== 'paid' && because !== 'paid too much') return refuseFeeCommand('FeeIsNotPaid')
    if (amount === 0) return refuseFeeCommand('AmountIsNothing')
    const part = { borrower, amount, because, reason, role, reimbursedOn: on, items }
    return E.right([FeeReimbursed({ fee }, { fee: part })])
  }
