import type { Decider } from '../event/decider'
import { decideSpendReceipt, type SpendReceipt } from './commands/spend-receipt'
import type { ReceiptSpent } from './events/receipt-spent'
import { evolve } from './evolve'
import type { ReceiptRefusal } from './refusal'
import { unspentReceipt, type ReceiptState } from './state'

/** A receipt: given with a payment, and spent once. */
export const receiptDecider: Decider<SpendReceipt, ReceiptState, ReceiptSpent, ReceiptRefusal> = {
  initial: unspentReceipt,
  evolve,
  decide: decideSpendReceipt,
}
