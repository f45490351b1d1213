import type { Aggregate } from '../command-handling/aggregate'
import type { SpendReceipt } from './commands/spend-receipt'
import { receiptDecider } from './payment-receipt-decider'
import type { ReceiptSpent } from './events/receipt-spent'
import type { ReceiptRefusal } from './payment-receipt-refusal'
import type { PaymentReceiptState } from './payment-receipt-state'

/** Spent receipts have a stream each, in *circulation*, of one open event. */
export const paymentReceiptAggregate: Aggregate<SpendReceipt, PaymentReceiptState, ReceiptSpent, ReceiptRefusal> = {
  ...receiptDecider,
  log: 'circulation',
  category: 'receipt',
}
