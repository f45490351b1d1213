import { Day } from '../../../../../domain/values/day'
import { CopyId } from '../../../../../domain/values/ids'
import { Ore } from '../../../../../domain/values/ore'
import type { IssuedPaymentReceipt } from '../../../../../domain/use-cases/issue-compensation-receipts'
import { ReceiptText } from '../../codecs/text-pattern-codecs'
import { objectCodec } from '../../codecs/object-codec'

/** A receipt for a paid compensation: whoever presents it gets the price back when the copy is found. */
export const ReceiptAnswer = objectCodec('Receipt', { copy: CopyId, price: Ore, validUntil: Day, receipt: ReceiptText })

export const toReceiptAnswer = ({ text, ...rest }: IssuedPaymentReceipt) => ({ ...rest, receipt: text })
