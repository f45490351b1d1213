import type { PaymentCompleted } from './events/payment-completed'
import type { PaymentMade } from './events/payment-made'

/** The events of a payment's stream. */
export type PaymentEvent = PaymentMade | PaymentCompleted
