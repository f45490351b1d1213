import type { PaymentCompleted } from './events/payment-completed'
import type { PaymentMade } from './events/payment-made'
import type { PaymentStarted } from './events/payment-started'

/** The events of a payment's stream. */
export type PaymentEvent = PaymentStarted | PaymentMade | PaymentCompleted
