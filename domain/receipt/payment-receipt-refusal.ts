/** Why a command to a receipt is refused. */
export interface ReceiptRefusal {
  readonly _tag: 'ReceiptIsSpent'
}
