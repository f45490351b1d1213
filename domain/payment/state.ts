import type { Remembered } from '../event/remembered'
import type { BorrowerId, FeeId, PaymentId } from '../values/ids'
import type { Ore } from '../values/ore'

/** Who has paid which fees with which order; forgotten with the payment. */
export interface Order {
  readonly borrower: BorrowerId
  readonly order: string
  readonly fees: ReadonlyArray<FeeId>
  /** In øre. */
  readonly amount: Ore
}

export interface Unmade {
  readonly _tag: 'Unmade'
}

/** The money is here; its fees are being paid in turn. */
export interface Made {
  readonly _tag: 'Made'
  readonly payment: PaymentId
  readonly content: Remembered<Order>
}

/** Every fee is paid, and nothing personal is kept here. */
export interface Completed {
  readonly _tag: 'Completed'
  readonly payment: PaymentId
}

export type PaymentState = Unmade | Made | Completed

export const unmade: Unmade = { _tag: 'Unmade' }
