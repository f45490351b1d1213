import fc, { type Arbitrary } from 'fast-check'
import { oreFromKroner } from '../../domain/values/ore'
import type { PaymentCommand } from '../../domain/payment/decide-payment-command'
import { paymentDecider } from '../../domain/payment/payment-decider'
import { feeId, paymentId } from '../fixtures/example-fees'
import { anna, bent, day, noon } from '../fixtures/example-library'
import { arbitraryStream } from './arbitrary-stream'

const payment = paymentId(1)

const arbitraryPaymentCommand: Arbitrary<PaymentCommand> = fc.oneof(
  fc.constantFrom(anna, bent).map((borrower): PaymentCommand => ({
    ...{ type: 'MakePayment', payment, borrower, order: 'order 17', at: noon('2026-03-24') },
    ...{ fees: [{ fee: feeId(1), amount: oreFromKroner(20) }], amount: oreFromKroner(20) },
  })),
  fc.constantFrom<PaymentCommand>(
    {
      ...{ type: 'StartPayment', payment, borrower: anna, order: 'order 18', on: day('2026-03-23') },
      ...{ fees: [{ fee: feeId(1), amount: oreFromKroner(20) }], amount: oreFromKroner(20) },
    },
    { type: 'ConfirmPayment', payment, on: day('2026-03-24') },
  ),
  fc.constant<PaymentCommand>({ type: 'CompletePayment', payment, on: day('2026-03-24') }),
)

/** Streams of a payment. */
export const arbitraryPaymentStream = arbitraryStream(
  paymentDecider,
  arbitraryPaymentCommand.map((command) => () => command),
)

export const paymentCommands: ReadonlyArray<() => PaymentCommand> = fc
  .sample(arbitraryPaymentCommand, { numRuns: 20, seed: 7 })
  .map((command) => () => command)
