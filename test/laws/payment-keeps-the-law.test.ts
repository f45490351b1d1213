import { paymentDecider } from '../../domain/payment/decider'
import { arbitraryPaymentStream, paymentCommands } from '../arbitrary/payment-stream'
import { keepsTheLawOfAggregates } from './aggregate-law'

keepsTheLawOfAggregates({
  aggregate: 'payment',
  decider: paymentDecider,
  streams: arbitraryPaymentStream,
  ends: { payment: { PaymentCompleted: 'payment' } },
  types: ['PaymentMade', 'PaymentCompleted'],
  commands: paymentCommands,
})
