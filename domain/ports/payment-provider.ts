import type { TaskEither } from 'fp-ts/TaskEither'
import type { Ore } from '../values/ore'

/** The payment service does not answer, or refuses the library. */
export interface PaymentServiceFails {
  readonly _tag: 'PaymentServiceFails'
}

/** An order of the library: a random id, and the whole amount in øre. */
export interface PaymentOrder {
  readonly order: string
  readonly amount: Ore
}

/** An order to create. */
export interface NewPaymentOrder extends PaymentOrder {
  /** Where the service leads the payer back to. It is the same for all payers, so that it tells nothing of one. */
  readonly returnUrl: string
}

/**
 * What the service knows of an order. `paid`: exactly the amount was paid. `open`: nothing is paid, or the service does not know
 * the order. `refused`: it was not paid, and will not be.
 */
export type PaymentOrderStatus = 'open' | 'paid' | 'refused'

/** A payment service. It learns an order and an amount, and nothing of fees, loans or borrowers. */
export interface PaymentProvider {
  /** Whether no money moves: a stand-in for a service. */
  readonly isStandIn: boolean
  /** Creates an order, once however often it is sent. Answers the address where the borrower pays. */
  readonly createOrder: (order: NewPaymentOrder) => TaskEither<PaymentServiceFails, string>
  readonly statusOf: (order: PaymentOrder) => TaskEither<PaymentServiceFails, PaymentOrderStatus>
}
