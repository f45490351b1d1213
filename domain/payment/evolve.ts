import { erased, plain, type Remembered } from '../event/remembered'
import type { PaymentMade } from './events/payment-made'
import type { PaymentEvent } from './payment-event'
import type { Order, PaymentState } from './state'

const contentOf = ({ sealed: { payment } }: PaymentMade): Remembered<Order> => {
  if (payment._tag === 'Erased') return erased
  const { borrower, order, fees, amount } = payment.value
  return plain({ borrower, order, fees, amount })
}

/** What a payment is after one more event. */
export const evolve =
  (event: PaymentEvent) =>
  (_state: PaymentState): PaymentState => {
    switch (event.type) {
      case 'PaymentMade':
        return { _tag: 'Made', payment: event.open.payment, content: contentOf(event) }
      case 'PaymentCompleted':
        return { _tag: 'Completed', payment: event.open.payment }
    }
  }
