import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import { addDays } from '../../values/day'
import type { BorrowerId, FeeId, PaymentId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { sumOfOre, type Ore } from '../../values/ore'
import type { DecideFromState } from '../decide-payment-from-state'
import { PaymentMade } from '../events/payment-made'
import type { PaymentEvent } from '../payment-event'
import { refusePaymentCommand, type PaymentRefusal } from '../payment-refusal'
import type { PaymentOrderDetails } from '../payment-state'

/** A borrower pays several fees together. Amounts are in øre. */
export interface MakePayment {
  readonly type: 'MakePayment'
  /** Derived from the order id, so that one order is one payment however often it is sent. */
  readonly payment: PaymentId
  readonly borrower: BorrowerId
  readonly order: string
  /** Unsettled fees of this borrower, read under the borrower's lock. */
  readonly fees: ReadonlyArray<{ readonly fee: FeeId; readonly amount: Ore }>
  /** The amount that the borrower paid. */
  readonly amount: Ore
  readonly at: Instant
}

/** Days after which a payment is erased, even if it was never completed. */
const longestPaymentDays = 60

const isSameOrder =
  (command: MakePayment) =>
  (order: PaymentOrderDetails): boolean =>
    command.borrower === order.borrower &&
    command.order === order.order &&
    command.amount === order.amount &&
    command.fees.length === order.fees.length &&
    command.fees.every(({ fee }) => order.fees.includes(fee))

const makeNewPayment = ({
  payment,
  borrower,
  order,
  fees,
  amount,
  at,
}: MakePayment): Either<PaymentRefusal, PaymentEvent> => {
  const feeIds = fees.map(({ fee }) => fee)
  if (feeIds.length === 0) return refusePaymentCommand('PaymentNamesNoFee')
  if (new Set(feeIds).size < feeIds.length) return refusePaymentCommand('PaymentNamesAFeeTwice')
  const sum = sumOfOre(fees.map((fee) => fee.amount))
  if (sum !== amount) return E.left({ _tag: 'AmountIsNotTheSum', sum })
  const paidOn = dayOf(at)
  return E.right(
    PaymentMade(
      { payment, latestEnd: addDays(longestPaymentDays)(paidOn) },
      { payment: { borrower, order, fees: feeIds, amount, paidOn } },
    ),
  )
}

/**
 * A repeat of an order is accepted and changes nothing. Refused: `PaymentNamesNoFee`, `PaymentNamesAFeeTwice`,
 * `AmountIsNotTheSum`, `OrderIsAnotherPayment`.
 */
export const decideMakePayment =
  (command: MakePayment): DecideFromState =>
  (state) => {
    if (state._tag === 'Unmade') return E.map((event: PaymentEvent) => [event])(makeNewPayment(command))
    return state._tag === 'Made' &&
      state.orderDetails._tag === 'Plain' &&
      !isSameOrder(command)(state.orderDetails.value)
      ? refusePaymentCommand('OrderIsAnotherPayment')
      : E.right([])
  }
