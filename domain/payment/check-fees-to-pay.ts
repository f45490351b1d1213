import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { FeeId } from '../values/ids'
import { sumOfOre, type Ore } from '../values/ore'
import { refusePaymentCommand, type PaymentRefusal } from './payment-refusal'

/** The fees of a payment, and what is paid for all of them, in øre. */
export interface FeesToPay {
  readonly fees: ReadonlyArray<{ readonly fee: FeeId; readonly amount: Ore }>
  readonly amount: Ore
}

/**
 * Fees are paid in full, each once. Answers their ids. Refused: `PaymentNamesNoFee`, `PaymentNamesAFeeTwice`,
 * `AmountIsNotTheSum`.
 */
export const checkFeesToPay = ({ fees, amount }: FeesToPay): Either<PaymentRefusal, ReadonlyArray<FeeId>> => {
  const feeIds = fees.map(({ fee }) => fee)
  if (feeIds.length === 0) return refusePaymentCommand('PaymentNamesNoFee')
  if (new Set(feeIds).size < feeIds.length) return refusePaymentCommand('PaymentNamesAFeeTwice')
  const sum = sumOfOre(fees.map((fee) => fee.amount))
  return sum === amount ? E.right(feeIds) : E.left({ _tag: 'AmountIsNotTheSum', sum })
}
