import { erased, makePlain, type PlainOrErased } from '../event/plain-or-erased'
import type { PaymentMade } from './events/payment-made'
import type { PaymentStarted } from './events/payment-started'
import type { PaymentEvent } from './payment-event'
import type { PaymentOrderDetails, PaymentState } from './payment-state'

const orderDetailsOf = ({ sealed: { payment } }: PaymentStarted | PaymentMade): PlainOrErased<PaymentOrderDetails> => {
  if (payment._tag === 'Erased') return erased
  const { borrower, order, fees, amount } = payment.value
  return makePlain({ borrower, order, fees, amount })
}

/** The state of a payment after an event. */
export const evolve =
  (event: PaymentEvent) =>
  (_state: PaymentState): PaymentState => {
    switch (event.type) {
      case 'PaymentStarted':
        return { _tag: 'Started', payment: event.open.payment, orderDetails: orderDetailsOf(event) }
      case 'PaymentMade':
        return { _tag: 'Made', payment: event.open.payment, orderDetails: orderDetailsOf(event) }
      case 'PaymentCompleted':
        return { _tag: 'Completed', payment: event.open.payment }
    }
  }
