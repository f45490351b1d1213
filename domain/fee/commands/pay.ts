import type { Day } from '../../values/day'
import type { FeeId, PaymentId } from '../../values/ids'
import type { Decision } from '../decision'
import { ending } from '../ending'
import { FeePaid } from '../events/fee-paid'

/** A fee is paid by a payment. It names no amount: a fee is paid whole. */
export interface PayFee {
  readonly type: 'PayFee'
  readonly fee: FeeId
  readonly payment: PaymentId
  readonly paidOn: Day
}

/** Refused: `FeeIsUnknown`, `FeeIsSettled`, `FeeIsForgotten`. */
export const pay = ({ fee, payment, paidOn }: PayFee): Decision =>
  ending(paidOn)(({ borrower, amount }) => FeePaid({ fee }, { fee: { borrower, payment, amount, paidOn } }))
