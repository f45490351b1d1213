import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { handle } from '../handling/handle'
import type { BorrowerId, FeeId, PaymentId } from '../language/ids'
import type { Ore } from '../language/ore'
import { paymentAggregate } from '../payment/aggregate'
import type { PaymentEvent } from '../payment/payment-event'
import type { PaymentRefusal } from '../payment/refusal'
import type { FeeKnown } from '../ports/look-up'
import type { Answer } from './answer'
import { atGate } from './at-gate'
import { idsOf } from './ids'
import type { Library } from './library'
import type { Acted } from './origin'

/** A borrower pays fees, each of them whole. */
export interface Paying extends Acted {
  readonly borrower: BorrowerId
  /** The order id of whoever took the money: one order is one payment. */
  readonly order: string
  readonly fees: ReadonlyArray<FeeId>
  /** In øre; must be the sum of the fees. */
  readonly amount: Ore
}

/** A fee that is not among those the borrower owes. */
export interface FeeIsNotOwed {
  readonly _tag: 'FeeIsNotOwed'
}

const owed = (known: ReadonlyArray<FeeKnown>, fees: ReadonlyArray<FeeId>): ReadonlyArray<FeeKnown> | undefined => {
  const found = fees.map((fee) => known.find((one) => one.fee === fee && !one.settled))
  return found.every((fee) => fee !== undefined) ? found : undefined
}

/**
 * Records a payment at the borrower's gate; each fee is then paid by a reaction. Must be keyed by the order, so that
 * the same order is the same payment however often it is sent.
 */
export const pay =
  (library: Library) =>
  ({
    borrower,
    order,
    fees,
    amount,
    at,
    origin,
  }: Paying): Answer<PaymentRefusal | FeeIsNotOwed, PaymentEvent, { readonly payment: PaymentId }> =>
    pipe(
      idsOf(library)({ at, origin }),
      TE.bindTo('ids'),
      TE.bindW('known', () => library.lookUp.fees(borrower)),
      TE.chainW(({ ids, known }): ReturnType<ReturnType<typeof pay>> => {
        const named = owed(known, fees)
        if (named === undefined) return TE.left({ _tag: 'Refused', refusal: { _tag: 'FeeIsNotOwed' } })
        const payment = ids.next('payment') as PaymentId
        return pipe(
          handle(library.desk)(paymentAggregate)(payment, ids.cause)({
            type: 'MakePayment',
            payment,
            borrower,
            order,
            fees: named,
            amount,
            at,
          }),
          TE.map((handled) => ({ ...handled, payment })),
        )
      }),
      atGate(library)(borrower),
    )
