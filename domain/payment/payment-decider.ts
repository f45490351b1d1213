import type { Decider } from '../event/decider'
import { decide, type PaymentCommand } from './decide-payment-command'
import { evolve } from './evolve-payment'
import type { PaymentEvent } from './payment-event'
import type { PaymentRefusal } from './payment-refusal'
import { initialPaymentState, type PaymentState } from './payment-state'

/** One order that pays several fees: made once, and completed when all of them are settled. */
export const paymentDecider: Decider<PaymentCommand, PaymentState, PaymentEvent, PaymentRefusal> = {
  initial: initialPaymentState,
  evolve,
  decide,
}
