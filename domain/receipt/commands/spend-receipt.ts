import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { ReceiptId } from '../../values/ids'
import { ReceiptSpent } from '../events/receipt-spent'
import type { ReceiptRefusal } from '../payment-receipt-refusal'
import type { PaymentReceiptState } from '../payment-receipt-state'

/** Spends a receipt: its money is paid out, or goes back in another way. */
export interface SpendReceipt {
  readonly type: 'SpendReceipt'
  readonly receipt: ReceiptId
}

/** Refused: `ReceiptIsSpent`. */
export const decideSpendReceipt =
  ({ receipt }: SpendReceipt) =>
  (state: PaymentReceiptState): Either<ReceiptRefusal, ReadonlyArray<ReceiptSpent>> =>
    state._tag === 'Unspent' ? E.right([ReceiptSpent({ receipt }, {})]) : E.left({ _tag: 'ReceiptIsSpent' })
