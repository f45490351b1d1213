import * as t from 'io-ts'
import { exactRecord } from '../event/exact-record'
import { CopyId, ReceiptId } from '../values/ids'
import { Day } from '../values/day'
import { addMonths, lastDayOfMonth, Month } from '../values/month'
import { Ore } from '../values/ore'

/**
 * What a receipt for a paid compensation says. Whoever holds it may have the price back when the copy is found, also
 * after the payment is erased. It names neither borrower nor fee nor payment.
 */
export const Receipt = exactRecord('Receipt', {
  format: t.literal('glemsom receipt 1'),
  library: t.string,
  receipt: ReceiptId,
  copy: CopyId,
  /** The part of the price that was not given back, in øre. */
  price: Ore,
  paidIn: Month,
  validUntil: Day,
})
export type Receipt = t.TypeOf<typeof Receipt>

/** "Up to six months": a receipt is valid until the end of the sixth month after the payment. */
const receiptMonths = 6

export const paymentReceiptValidUntil = (paidIn: Month): Day => lastDayOfMonth(addMonths(receiptMonths)(paidIn))
