import { paymentDecider } from '../../domain/payment/payment-decider'
import { arbitraryPaymentStream, paymentCommands } from '../arbitrary/arbitrary-payment-stream'
import { testAggregateErasureLaw } from './aggregate-erasure-law'

testAggregateErasureLaw({
  aggregate: 'payment',
  decider: paymentDecider,
  streams: arbitraryPaymentStream,
  ends: { payment: { PaymentCompleted: 'payment' } },
  types: ['PaymentStarted', 'PaymentMade', 'PaymentCompleted'],
  commands: paymentCommands,
})
