import type { Aggregate } from '../command-handling/aggregate'
import type { PaymentCommand } from './decide-payment-command'
import { paymentDecider } from './payment-decider'
import type { PaymentEvent } from './payment-event'
import type { PaymentRefusal } from './payment-refusal'
import type { PaymentState } from './payment-state'

/** Payments have a stream each, in *circulation*. Reactions carry out their steps. */
export const paymentAggregate: Aggregate<PaymentCommand, PaymentState, PaymentEvent, PaymentRefusal> = {
  ...paymentDecider,
  log: 'circulation',
  category: 'payment',
}
