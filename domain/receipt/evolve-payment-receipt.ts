import type { ReceiptSpent } from './events/receipt-spent'
import type { PaymentReceiptState } from './payment-receipt-state'

/** The state of a receipt after an event. */
export const evolve =
  (_event: ReceiptSpent) =>
  (_state: PaymentReceiptState): PaymentReceiptState => ({ _tag: 'Spent' })
