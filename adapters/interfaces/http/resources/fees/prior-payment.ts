import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import type { BorrowerId, FeeId, PaymentId } from '../../../../../domain/values/ids'
import type { Ore } from '../../../../../domain/values/ore'
import { feesOfPayment, paymentById, paymentByOrder } from '../../../../../projections/fees/payment-queries'
import type { PaymentRow } from '../../../../../projections/fees/fee-tables'
import type { ReadModelRows } from '../../../../../projections/read-model/read-model-rows'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { HttpFailure } from '../../problems/http-failure'
import { readCaughtUpRows } from '../read-caught-up-rows'

interface PaymentRequest {
  readonly borrower: BorrowerId
  readonly order: string
  readonly fees: ReadonlyArray<FeeId>
  readonly amount: Ore
}

const isSamePayment =
  (rows: ReadModelRows, { borrower, amount, fees }: PaymentRequest) =>
  (payment: PaymentRow): boolean => {
    const paid = feesOfPayment(payment.payment)(rows)
    return (
      payment.borrower === borrower &&
      payment.amount === amount &&
      paid.length === fees.length &&
      fees.every((fee) => paid.includes(fee))
    )
  }

const orderIsAnotherPayment: HttpFailure = commandRefused({ _tag: 'OrderIsAnotherPayment' })

const requireSamePayment = (rows: ReadModelRows, requested: PaymentRequest) =>
  E.fromPredicate(isSamePayment(rows, requested), (): HttpFailure => orderIsAnotherPayment)

/** Finds the payment with this order id; refuses when that payment has other content. */
export const findPriorPayment = (
  library: RunningLibrary,
  requested: PaymentRequest,
): TE.TaskEither<HttpFailure, PaymentId | undefined> =>
  pipe(
    readCaughtUpRows(library),
    TE.chainEitherK((rows): E.Either<HttpFailure, PaymentId | undefined> => {
      const prior = paymentByOrder(requested.borrower, requested.order)(rows)
      return prior === undefined
        ? E.right(undefined)
        : pipe(
            prior,
            requireSamePayment(rows, requested),
            E.map(({ payment }) => payment),
          )
    }),
  )

/**
 * Checks that a repeated order is the payment with that id. A payment that was erased since counts as another payment.
 */
export const checkRepeatedPayment =
  (library: RunningLibrary, requested: PaymentRequest) =>
  (payment: PaymentId): TE.TaskEither<HttpFailure, PaymentId> =>
    pipe(
      readCaughtUpRows(library),
      TE.chainEitherK((rows) =>
        pipe(
          paymentById(payment)(rows),
          E.fromNullable(orderIsAnotherPayment),
          E.chain(requireSamePayment(rows, requested)),
          E.map(() => payment),
        ),
      ),
    )
