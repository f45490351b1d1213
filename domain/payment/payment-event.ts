import type { PaymentCompleted } from './events/payment-completed'
import type { PaymentMade } from './events/payment-made'

/** All that can stand in a payment's stream. */
export type PaymentEvent = PaymentMade | PaymentCompleted
