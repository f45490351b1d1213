import type { PlainOrErased } from '../event/plain-or-erased'
import type { BorrowerId, FeeId, PaymentId } from '../values/ids'
import type { Ore } from '../values/ore'

/** Which borrower paid which fees with which order. It is erased with the payment. */
export interface PaymentOrderDetails {
  readonly borrower: BorrowerId
  readonly order: string
  readonly fees: ReadonlyArray<FeeId>
  /** In øre. */
  readonly amount: Ore
}

interface UnmadePayment {
  readonly _tag: 'Unmade'
}

/** The borrower was sent to the payment service. Nothing is paid yet. */
interface StartedPayment {
  readonly _tag: 'Started'
  readonly payment: PaymentId
  readonly orderDetails: PlainOrErased<PaymentOrderDetails>
}

/** The money is received. The fees are being paid. */
interface MadePayment {
  readonly _tag: 'Made'
  readonly payment: PaymentId
  readonly orderDetails: PlainOrErased<PaymentOrderDetails>
}

/** All fees are settled, and the state holds nothing personal. */
interface CompletedPayment {
  readonly _tag: 'Completed'
  readonly payment: PaymentId
}

export type PaymentState = UnmadePayment | StartedPayment | MadePayment | CompletedPayment

export const initialPaymentState: UnmadePayment = { _tag: 'Unmade' }
