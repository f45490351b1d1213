import * as TE from 'fp-ts/TaskEither'
import type { PaymentProvider } from '../../../domain/ports/payment-provider'

/**
 * Stands in for a payment service in the demo library: no money moves, and it says of every order that it is paid. A library with
 * real data never uses it.
 */
export const standInPaymentProvider: PaymentProvider = {
  isStandIn: true,
  createOrder: ({ order }) => TE.right(`urn:glemsom:stand-in-payment:${order}`),
  statusOf: () => TE.right('paid'),
}
