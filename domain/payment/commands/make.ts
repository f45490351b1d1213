import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import { addDays } from '../../values/day'
import type { BorrowerId, FeeId, PaymentId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import { sum, type Ore } from '../../values/ore'
import type { Decision } from '../decision'
import { PaymentMade } from '../events/payment-made'
import type { PaymentEvent } from '../payment-event'
import { refuse, type PaymentRefusal } from '../refusal'
import type { Order } from '../state'

/** A borrower pays several fees at once. Amounts are in øre. */
export interface MakePayment {
  readonly type: 'MakePayment'
  /** Derived from the order id, so that an order is one payment however often it is sent. */
  readonly payment: PaymentId
  readonly borrower: BorrowerId
  readonly order: string
  /** Unsettled fees of this borrower, as read under the borrower's gate. */
  readonly fees: ReadonlyArray<{ readonly fee: FeeId; readonly amount: Ore }>
  /** What the borrower has paid. */
  readonly amount: Ore
  readonly at: Instant
}

/** Days after which a payment is forgotten even if its fees never came to be paid. */
export const longestPayment = 60

const isTheSame =
  (command: MakePayment) =>
  (order: Order): boolean =>
    command.borrower === order.borrower &&
    command.order === order.order &&
    command.amount === order.amount &&
    command.fees.length === order.fees.length &&
    command.fees.every(({ fee }) => order.fees.includes(fee))

const make = ({ payment, borrower, order, fees, amount, at }: MakePayment): Either<PaymentRefusal, PaymentEvent> => {
  const named = fees.map(({ fee }) => fee)
  if (named.length === 0) return refuse('PaymentNamesNoFee')
  if (new Set(named).size < named.length) return refuse('PaymentNamesAFeeTwice')
  if (sum(fees.map((fee) => fee.amount)) !== amount) return refuse('AmountIsNotTheSum')
  const paidOn = dayOf(at)
  return E.right(
    PaymentMade(
      { payment, latestEnd: addDays(longestPayment)(paidOn) },
      { payment: { borrower, order, fees: named, amount, paidOn } },
    ),
  )
}

/**
 * An order that has been paid is not paid again: it is accepted, and nothing more happens. Refused:
 * `PaymentNamesNoFee`, `PaymentNamesAFeeTwice`, `AmountIsNotTheSum`, `OrderIsAnotherPayment`.
 */
export const makePayment =
  (command: MakePayment): Decision =>
  (state) => {
    if (state._tag === 'Unmade') return E.map((event: PaymentEvent) => [event])(make(command))
    return state._tag === 'Made' && state.content._tag === 'Plain' && !isTheSame(command)(state.content.value)
      ? refuse('OrderIsAnotherPayment')
      : E.right([])
  }
