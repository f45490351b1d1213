import { erased, makePlain, type PlainOrErased } from '../event/plain-or-erased'
import type { PaymentMade } from './events/payment-made'
import type { PaymentEvent } from './payment-event'
import type { PaymentOrderDetails, PaymentState } from './payment-state'

const orderDetailsOf = ({ sealed: { payment } }: PaymentMade): PlainOrErased<PaymentOrderDetails> => {
  if (payment._tag === 'Erased') return erased
  const { borrower, order, fees, amount } = payment.value
  return makePlain({ borrower, order, fees, amount })
}

/** The state of a payment after an event. */
export const evolve =
  (event: PaymentEvent) =>
  (_state: PaymentState): PaymentState => {
    switch (event.type) {
      case 'PaymentMade':
        return { _tag: 'Made', payment: event.open.payment, orderDetails: orderDetailsOf(event) }
      case 'PaymentCompleted':
        return { _tag: 'Completed', payment: event.open.payment }
    }
  }
