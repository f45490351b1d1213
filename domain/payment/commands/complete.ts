import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { PaymentId } from '../../values/ids'
import type { Decision } from '../decision'
import { PaymentCompleted } from '../events/payment-completed'
import { refuse } from '../refusal'

/** Every fee of a payment is settled. */
export interface CompletePayment {
  readonly type: 'CompletePayment'
  readonly payment: PaymentId
  readonly on: Day
}

/** A payment is completed once; again is accepted and changes nothing. Refused: `PaymentIsUnknown`. */
export const completePayment =
  ({ payment, on }: CompletePayment): Decision =>
  (state) => {
    switch (state._tag) {
      case 'Unmade':
        return refuse('PaymentIsUnknown')
      case 'Made':
        return E.right([PaymentCompleted({ payment, completedOn: on }, {})])
      case 'Completed':
        return E.right([])
    }
  }
