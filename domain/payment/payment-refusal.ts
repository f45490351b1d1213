import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Ore } from '../values/ore'

/** Why a command to a payment is refused. */
export type PaymentRefusal =
  | { readonly _tag: 'PaymentIsUnknown' }
  | { readonly _tag: 'PaymentNamesNoFee' }
  | { readonly _tag: 'PaymentNamesAFeeTwice' }
  /** Fees are paid in full: the amount must be their sum, in øre. */
  | { readonly _tag: 'AmountIsNotTheSum'; readonly sum: Ore }
  /** The same order id was used with other fees, another amount or another borrower. */
  | { readonly _tag: 'OrderIsAnotherPayment' }

type PaymentRefusalTag = PaymentRefusal['_tag']

export const refusePaymentCommand = (
  _tag: Exclude<PaymentRefusalTag, 'AmountIsNotTheSum'>,
): Either<PaymentRefusal, never> => E.left({ _tag })
