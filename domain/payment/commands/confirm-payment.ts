import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { PaymentId } from '../../values/ids'
import type { DecideFromState } from '../decide-payment-from-state'
import { paymentMade } from '../payment-made-on'
import { refusePaymentCommand } from '../payment-refusal'

/** The payment service has confirmed that the whole amount of a started payment was paid. */
export interface ConfirmPayment {
  readonly type: 'ConfirmPayment'
  readonly payment: PaymentId
  readonly on: Day
}

/** A payment that is confirmed again counts once. Refused: `PaymentIsUnknown`, also when it is forgotten. */
export const decideConfirmPayment =
  ({ payment, on }: ConfirmPayment): DecideFromState =>
  (state) => {
    if (state._tag === 'Made' || state._tag === 'Completed') return E.right([])
    return state._tag === 'Started' && state.orderDetails._tag === 'Plain'
      ? E.right([paymentMade(payment, state.orderDetails.value, { paidOn: on, paidAtBranch: null })])
      : refusePaymentCommand('PaymentIsUnknown')
  }
