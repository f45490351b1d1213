import type { Decider } from '../event/decider'
import { decideSpendReceipt, type SpendReceipt } from './commands/spend-receipt'
import type { ReceiptSpent } from './events/receipt-spent'
import { evolve } from './evolve-payment-receipt'
import type { ReceiptRefusal } from './payment-receipt-refusal'
import { initialPaymentReceiptState, type PaymentReceiptState } from './payment-receipt-state'

/** A receipt: given with a payment, and spent once. */
export const receiptDecider: Decider<SpendReceipt, PaymentReceiptState, ReceiptSpent, ReceiptRefusal> = {
  initial: initialPaymentReceiptState,
  evolve,
  decide: decideSpendReceipt,
}
