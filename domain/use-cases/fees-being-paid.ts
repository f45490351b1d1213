import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../command-handling/open-event'
import type { OnlinePayment } from '../ports/decision-queries'
import type { BorrowerId, FeeId } from '../values/ids'
import type { UseCaseDependencies } from './use-case-dependencies'

/** The service may still say that an order was paid when it does not answer, and when there is none any more. */
const isRefused =
  ({ paymentProvider }: UseCaseDependencies) =>
  ({ order, amount }: OnlinePayment): TE.TaskEither<never, boolean> =>
    paymentProvider === undefined
      ? TE.right(false)
      : pipe(
          paymentProvider.statusOf({ order, amount }),
          TE.map((status) => status === 'refused'),
          TE.orElseW(() => TE.right(false)),
        )

/**
 * The started orders for a fee that the payment service says will not be paid. It is asked without the lock of the borrower:
 * it may be slow, and what it has refused stays refused.
 */
export const refusedOrdersForFee =
  (dependencies: UseCaseDependencies) =>
  (borrower: BorrowerId, fee: FeeId): TE.TaskEither<EventReadError, ReadonlyArray<string>> =>
    pipe(
      dependencies.decisionQueries.startedPayments(borrower),
      TE.map((started) => started.filter(({ fees }) => fees.includes(fee))),
      TE.chainW(
        TE.traverseSeqArray((payment) =>
          pipe(
            isRefused(dependencies)(payment),
            TE.map((refused) => (refused ? [payment.order] : [])),
          ),
        ),
      ),
      TE.map((orders) => orders.flat()),
    )

/** The payments of a borrower that were started and not confirmed, without those of refused orders. */
export const startedAndNotRefused =
  ({ decisionQueries }: UseCaseDependencies, refused: ReadonlyArray<string>) =>
  (borrower: BorrowerId): TE.TaskEither<EventReadError, ReadonlyArray<OnlinePayment>> =>
    pipe(
      decisionQueries.startedPayments(borrower),
      TE.map((started) => started.filter(({ order }) => !refused.includes(order))),
    )

/** The fees named by payments whose money has come, or may still come: those of refused orders are in nobody's way. */
export const feesBeingPaid =
  (dependencies: UseCaseDependencies, refused: ReadonlyArray<string>) =>
  (borrower: BorrowerId): TE.TaskEither<EventReadError, ReadonlyArray<FeeId>> =>
    pipe(
      dependencies.decisionQueries.feesOfMadePayments(borrower),
      TE.bindTo('ofMade'),
      TE.bind('started', () => startedAndNotRefused(dependencies, refused)(borrower)),
      TE.map(({ ofMade, started }) => [...ofMade, ...started.flatMap(({ fees }) => fees)]),
    )
