import type { Aggregate } from '../command-handling/aggregate'
import type { SpendReceipt } from './commands/spend-receipt'
import { receiptDecider } from './decider'
import type { ReceiptSpent } from './events/receipt-spent'
import type { ReceiptRefusal } from './refusal'
import type { ReceiptState } from './state'

/** Spent receipts have a stream each, in *circulation*, of one open event. */
export const paymentReceiptAggregate: Aggregate<SpendReceipt, ReceiptState, ReceiptSpent, ReceiptRefusal> = {
  ...receiptDecider,
  log: 'circulation',
  category: 'receipt',
}
