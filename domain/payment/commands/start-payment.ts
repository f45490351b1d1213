import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import { addDays, type Day } from '../../values/day'
import type { BorrowerId, FeeId, PaymentId } from '../../values/ids'
import { checkFeesToPay, type FeesToPay } from '../check-fees-to-pay'
import type { DecideFromState } from '../decide-payment-from-state'
import { PaymentStarted } from '../events/payment-started'
import type { PaymentEvent } from '../payment-event'
import { refusePaymentCommand, type PaymentRefusal } from '../payment-refusal'

/** Starts a payment that the payment service has to confirm. */
export interface StartPayment extends FeesToPay {
  readonly type: 'StartPayment'
  /** Random, as the order is: neither tells the other. */
  readonly payment: PaymentId
  readonly borrower: BorrowerId
  readonly order: string
  readonly on: Day
}

/** Days after which a payment that nobody confirmed is erased. */
export const longestStartedPaymentDays = 3

/** Refused: `PaymentNamesNoFee`, `PaymentNamesAFeeTwice`, `AmountIsNotTheSum`, `OrderIsAnotherPayment`. */
export const decideStartPayment =
  (command: StartPayment): DecideFromState =>
  (state): Either<PaymentRefusal, ReadonlyArray<PaymentEvent>> => {
    if (state._tag !== 'Unmade') return refusePaymentCommand('OrderIsAnotherPayment')
    const { payment, borrower, order, amount, on: startedOn } = command
    const latestEnd = addDays(longestStartedPaymentDays)(startedOn)
    return E.map((fees: ReadonlyArray<FeeId>) => [
      PaymentStarted({ payment, latestEnd }, { payment: { borrower, order, fees, amount, startedOn } }),
    ])(checkFeesToPay(command))
  }
