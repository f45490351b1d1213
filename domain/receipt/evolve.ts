import type { ReceiptSpent } from './events/receipt-spent'
import type { ReceiptState } from './state'

/** The state of a receipt after an event. */
export const evolve =
  (_event: ReceiptSpent) =>
  (_state: ReceiptState): ReceiptState => ({ _tag: 'Spent' })
