import * as TE from 'fp-ts/TaskEither'
import type { PaymentOrderStatus, PaymentProvider } from '../../domain/ports/payment-provider'

/** A payment service of which the simulation knows what becomes of each order. */
export interface PaymentServiceOfYear extends PaymentProvider {
  /** What the service says of each order; of one that is not in it, that nothing is paid. */
  readonly statuses: Map<string, PaymentOrderStatus>
  /** The order that was created last. */
  readonly lastOrder: () => string
}

export const createPaymentServiceOfYear = (): PaymentServiceOfYear => {
  const statuses = new Map<string, PaymentOrderStatus>()
  const orders: string[] = []
  return {
    isStandIn: false,
    statuses,
    lastOrder: () => orders.at(-1) ?? '',
    createOrder: ({ order }) => {
      orders.push(order)
      return TE.right(`https://pay.example/${order}`)
    },
    statusOf: ({ order }) => TE.right(statuses.get(order) ?? 'open'),
  }
}
