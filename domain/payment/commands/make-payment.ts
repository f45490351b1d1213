import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { BorrowerId, BranchId, FeeId, PaymentId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { Ore } from '../../values/ore'
import type { DecideFromState } from '../decide-payment-from-state'
import { checkFeesToPay } from '../check-fees-to-pay'
import type { PaymentEvent } from '../payment-event'
import { paymentMade } from '../payment-made-on'
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
  /** The branch whose desk took the money; left out where none did. */
  readonly branch?: BranchId
  readonly at: Instant
}

const isSameOrder =
  (command: MakePayment) =>
  (order: PaymentOrderDetails): boolean =>
    command.borrower === order.borrower &&
    command.order === order.order &&
    command.amount === order.amount &&
    command.fees.length === order.fees.length &&
    command.fees.every(({ fee }) => order.fees.includes(fee))

const makeNewPayment = (command: MakePayment): Either<PaymentRefusal, ReadonlyArray<PaymentEvent>> =>
  E.map((fees: ReadonlyArray<FeeId>) => {
    const { payment, borrower, order, amount, branch = null, at } = command
    return [paymentMade(payment, { borrower, order, fees, amount }, { paidOn: dayOf(at), paidAtBranch: branch })]
  })(checkFeesToPay(command))

/**
 * A repeat of an order is accepted and changes nothing. Refused: `PaymentNamesNoFee`, `PaymentNamesAFeeTwice`,
 * `AmountIsNotTheSum`, `OrderIsAnotherPayment`.
 */
export const decideMakePayment =
  (command: MakePayment): DecideFromState =>
  (state) => {
    if (state._tag === 'Unmade') return makeNewPayment(command)
    if (state._tag === 'Started') return refusePaymentCommand('OrderIsAnotherPayment')
    return state._tag === 'Made' &&
      state.orderDetails._tag === 'Plain' &&
      !isSameOrder(command)(state.orderDetails.value)
      ? refusePaymentCommand('OrderIsAnotherPayment')
      : E.right([])
  }
