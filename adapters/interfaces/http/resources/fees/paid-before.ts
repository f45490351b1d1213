import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { refused } from '../../../../../domain/command-handling/handling-error'
import type { BorrowerId, FeeId, PaymentId } from '../../../../../domain/values/ids'
import type { Ore } from '../../../../../domain/values/ore'
import { feesOfPayment, paymentById, paymentByOrder } from '../../../../../projections/fees/payments'
import type { Payment } from '../../../../../projections/fees/rows'
import type { Rows } from '../../../../../projections/kernel/rows'
import type { System } from '../../../../processes/running/system'
import type { Failure } from '../../problems/failure'
import { rowsNow } from '../ready'

interface Paying {
  readonly borrower: BorrowerId
  readonly order: string
  readonly fees: ReadonlyArray<FeeId>
  readonly amount: Ore
}

const isTheSame =
  (rows: Rows, { borrower, amount, fees }: Paying) =>
  (payment: Payment): boolean => {
    const paid = feesOfPayment(payment.payment)(rows)
    return (
      payment.borrower === borrower &&
      payment.amount === amount &&
      paid.length === fees.length &&
      fees.every((fee) => paid.includes(fee))
    )
  }

const another: Failure = refused({ _tag: 'OrderIsAnotherPayment' })

const checked = (rows: Rows, paying: Paying) => E.fromPredicate(isTheSame(rows, paying), (): Failure => another)

/** The payment that a borrower has made under this order id, if any; refused when it was another. */
export const paidBefore = (system: System, paying: Paying): TE.TaskEither<Failure, PaymentId | undefined> =>
  pipe(
    rowsNow(system),
    TE.chainEitherK((rows): E.Either<Failure, PaymentId | undefined> => {
      const before = paymentByOrder(paying.borrower, paying.order)(rows)
      return before === undefined
        ? E.right(undefined)
        : pipe(
            before,
            checked(rows, paying),
            E.map(({ payment }) => payment),
          )
    }),
  )

/** Whether a repeated order is the payment that it was. One that has been forgotten meanwhile is another. */
export const theSamePayment =
  (system: System, paying: Paying) =>
  (payment: PaymentId): TE.TaskEither<Failure, PaymentId> =>
    pipe(
      rowsNow(system),
      TE.chainEitherK((rows) =>
        pipe(
          paymentById(payment)(rows),
          E.fromNullable(another),
          E.chain(checked(rows, paying)),
          E.map(() => payment),
        ),
      ),
    )
