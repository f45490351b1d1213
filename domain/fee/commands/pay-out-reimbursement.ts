import type { Day } from '../../values/day'
import type { BranchId, FeeId } from '../../values/ids'
import type { FeeTransactionRole } from '../fee-transaction-role'
import type { DecideFromState } from '../decide-fee-from-state'
import { decideFeeSettlement } from '../decide-fee-settlement'
import { ReimbursementPaidOut } from '../events/reimbursement-paid-out'

/** Pays a reimbursement out, whole. */
export interface PayOutReimbursement {
  readonly type: 'PayOutReimbursement'
  readonly fee: FeeId
  /** The order id of the payment service or till. One order is one payout. */
  readonly order: string
  readonly role: FeeTransactionRole
  /** The branch whose desk pays it; left out where none does. */
  readonly branch?: BranchId
  readonly on: Day
}

/** Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsNoReimbursement`, `FeeIsForgotten`. */
export const decidePayOutReimbursement = ({
  fee,
  order,
  role,
  branch,
  on: paidOutOn,
}: PayOutReimbursement): DecideFromState =>
  decideFeeSettlement(
    ['Granted'],
    paidOutOn,
  )(({ borrower, amount }) =>
    ReimbursementPaidOut(
      { fee },
      { fee: { borrower, order, amount, paidOutOn, role, paidOutAtBranch: branch ?? null } },
    ),
  )
