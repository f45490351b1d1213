import type { Day } from '../../values/day'
import type { FeeId, PaymentId } from '../../values/ids'
import type { DecideFromState } from '../decide-fee-from-state'
import { decideFeeSettlement } from '../decide-fee-settlement'
import { FeePaid } from '../events/fee-paid'

/** Pays a fee by a payment. It names no amount, because a fee is paid in full. */
export interface PayFee {
  readonly type: 'PayFee'
  readonly fee: FeeId
  readonly payment: PaymentId
  readonly paidOn: Day
}

/** Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsAReimbursement`, `FeeIsForgotten`. */
export const decidePayFee = ({ fee, payment, paidOn }: PayFee): DecideFromState =>
  decideFeeSettlement(
    ['Owed'],
    paidOn,
  )(({ borrower, amount }) => FeePaid({ fee }, { fee: { borrower, payment, amount, paidOn } }))
