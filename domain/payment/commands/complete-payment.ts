import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { PaymentId } from '../../values/ids'
import type { DecideFromState } from '../decide-payment-from-state'
import { PaymentCompleted } from '../events/payment-completed'
import { refusePaymentCommand } from '../payment-refusal'

/** Completes a payment whose fees are all settled. */
export interface CompletePayment {
  readonly type: 'CompletePayment'
  readonly payment: PaymentId
  readonly on: Day
}

/** A repeat is accepted and changes nothing. Refused: `PaymentIsUnknown`. */
export const decideCompletePayment =
  ({ payment, on }: CompletePayment): DecideFromState =>
  (state) => {
    switch (state._tag) {
      case 'Unmade':
      case 'Started':
        return refusePaymentCommand('PaymentIsUnknown')
      case 'Made':
        return E.right([PaymentCompleted({ payment, completedOn: on }, {})])
      case 'Completed':
        return E.right([])
    }
  }
