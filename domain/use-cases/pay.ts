import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { addressOf } from '../command-handling/aggregate'
import { handle } from '../command-handling/handle'
import { refused, type Refused } from '../command-handling/handling-error'
import { load } from '../command-handling/load'
import type { BorrowerId, FeeId, PaymentId } from '../values/ids'
import type { Ore } from '../values/ore'
import { paymentAggregate } from '../payment/aggregate'
import type { PaymentEvent } from '../payment/payment-event'
import type { PaymentRefusal } from '../payment/refusal'
import type { PaymentState } from '../payment/state'
import type { Standing } from '../policy/standing'
import type { FeeKnown } from '../ports/look-up'
import type { Answer } from './answer'
import { atGate } from './at-gate'
import type { Ids } from './ids'
import type { Library } from './library'
import type { Acted } from './origin'
import { withIds } from './under-key'

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

/** A payment that is not finished yet names one of the fees: it is being paid. */
export interface FeeIsBeingPaid {
  readonly _tag: 'FeeIsBeingPaid'
}

export type PayRefusal = PaymentRefusal | FeeIsNotOwed | FeeIsBeingPaid

/** What stands when somebody pays, read at the borrower's gate. */
interface AtTheDesk {
  readonly before: PaymentState
  readonly standing: Standing | undefined
  readonly known: ReadonlyArray<FeeKnown>
  readonly beingPaid: ReadonlyArray<FeeId>
}

const owed = (known: ReadonlyArray<FeeKnown>, fees: ReadonlyArray<FeeId>): ReadonlyArray<FeeKnown> | undefined => {
  const found = fees.map((fee) => known.find((one) => one.fee === fee && !one.settled))
  return found.every((fee) => fee !== undefined) ? found : undefined
}

/** A payment that was made before is not judged again: it answers its first result, whatever has become of its fees. */
const payable =
  (fees: ReadonlyArray<FeeId>) =>
  ({ before, standing, known, beingPaid }: AtTheDesk): E.Either<Refused<PayRefusal>, ReadonlyArray<FeeKnown>> => {
    if (before._tag !== 'Unmade') return E.right([])
    const named = standing === undefined ? undefined : owed(known, fees)
    if (named === undefined) return E.left(refused({ _tag: 'FeeIsNotOwed' }))
    return fees.some((fee) => beingPaid.includes(fee)) ? E.left(refused({ _tag: 'FeeIsBeingPaid' })) : E.right(named)
  }

const atTheDesk = ({ desk, lookUp }: Library, payment: PaymentId, borrower: BorrowerId) =>
  pipe(
    load(desk)(paymentAggregate)(payment),
    TE.map(({ state }) => state),
    TE.bindTo('before'),
    TE.bindW('standing', () => lookUp.standing(borrower)),
    TE.bindW('known', () => lookUp.fees(borrower)),
    TE.bindW('beingPaid', () => lookUp.feesBeingPaid(borrower)),
  )

const paymentWith = (ids: Ids): PaymentId => ids.next('payment') as PaymentId

/**
 * Records a payment at the borrower's gate; each fee is then paid by a reaction. Must be keyed by the order, so that
 * the same order is the same payment however often it is sent. A fee is paid by one payment: from the moment that a
 * payment names it, no other may (`FeeIsBeingPaid`, and `FeeIsNotOwed` once it is paid).
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
  }: Paying): Answer<PayRefusal, PaymentEvent, { readonly payment: PaymentId }> =>
    withIds(library)({ at, origin }, (ids) => addressOf(paymentAggregate)(paymentWith(ids)))((ids) => {
      const payment = paymentWith(ids)
      return pipe(
        atTheDesk(library, payment, borrower),
        TE.chainEitherKW(payable(fees)),
        TE.chainW((named) =>
          handle(library.desk)(paymentAggregate)(payment, ids.cause)({
            type: 'MakePayment',
            payment,
            borrower,
            order,
            fees: named,
            amount,
            at,
          }),
        ),
        TE.map((handled) => ({ ...handled, payment })),
        atGate(library)(borrower),
      )
    })
