import fc, { type Arbitrary } from 'fast-check'
import { kroner } from '../../domain/values/ore'
import type { PaymentCommand } from '../../domain/payment/decide'
import { paymentDecider } from '../../domain/payment/decider'
import { feeOf, paymentOf } from '../fixtures/fees'
import { anna, bent, day, noon } from '../fixtures/library'
import { arbitraryStream } from './stream'

const payment = paymentOf(1)

const arbitraryPaymentCommand: Arbitrary<PaymentCommand> = fc.oneof(
  fc.constantFrom(anna, bent).map((borrower): PaymentCommand => ({
    ...{ type: 'MakePayment', payment, borrower, order: 'order 17', at: noon('2026-03-24') },
    ...{ fees: [{ fee: feeOf(1), amount: kroner(20) }], amount: kroner(20) },
  })),
  fc.constant<PaymentCommand>({ type: 'CompletePayment', payment, on: day('2026-03-24') }),
)

/** What may happen to a payment. */
export const arbitraryPaymentStream = arbitraryStream(
  paymentDecider,
  arbitraryPaymentCommand.map((command) => () => command),
)

export const paymentCommands: ReadonlyArray<() => PaymentCommand> = fc
  .sample(arbitraryPaymentCommand, { numRuns: 20, seed: 7 })
  .map((command) => () => command)
