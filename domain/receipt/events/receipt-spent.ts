import { defineEvent, type EventOf } from '../../event/define-event'
import { ReceiptId } from '../../values/ids'

/**
 * A receipt was paid out, or replaced by a reimbursement. It names nobody: the id stands nowhere else in a log, and the
 * key from which it was derived ends with the fee.
 */
export const ReceiptSpent = defineEvent('ReceiptSpent', 1, { open: { receipt: ReceiptId }, sealed: {} })
export type ReceiptSpent = EventOf<typeof ReceiptSpent>
