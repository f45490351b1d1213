/** A receipt is spent once. An unspent one has no event: it is known by its signature. */
export interface ReceiptState {
  readonly _tag: 'Unspent' | 'Spent'
}

export const unspentReceipt: ReceiptState = { _tag: 'Unspent' }
