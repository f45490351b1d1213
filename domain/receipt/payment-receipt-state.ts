/** A receipt is spent once. An unspent one has no event: it is known by its signature. */
export interface PaymentReceiptState {
  readonly _tag: 'Unspent' | 'Spent'
}

export const initialPaymentReceiptState: PaymentReceiptState = { _tag: 'Unspent' }
