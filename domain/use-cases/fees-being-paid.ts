import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused, type CommandRefused } from '../command-handling/command-error'
import type { EventReadError } from '../command-handling/open-event'
import type { OnlinePayment } from '../ports/decision-queries'
import type { StoreUnavailable } from '../ports/event-store'
import type { BorrowerId, FeeId } from '../values/ids'
import type { FeeIsBeingPaid } from './pay-fees'
import type { UseCaseDependencies } from './use-case-dependencies'
import { withBorrowerLock } from './with-borrower-lock'

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

/** The started orders for a fee that the payment service says will not be paid. */
const refusedOrdersForFee =
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
const feesBeingPaid =
  (dependencies: UseCaseDependencies, refused: ReadonlyArray<string>) =>
  (borrower: BorrowerId): TE.TaskEither<EventReadError, ReadonlyArray<FeeId>> =>
    pipe(
      dependencies.decisionQueries.feesOfMadePayments(borrower),
      TE.bindTo('ofMade'),
      TE.bind('started', () => startedAndNotRefused(dependencies, refused)(borrower)),
      TE.map(({ ofMade, started }) => [...ofMade, ...started.flatMap(({ fees }) => fees)]),
    )

/**
 * Runs a task under the lock of a borrower; it gets what reads which fees are being paid. The payment service is asked of one
 * fee before, without the lock: it may be slow, and what it has refused stays refused.
 */
export const underLockWithFeesBeingPaid =
  (dependencies: UseCaseDependencies) =>
  (borrower: BorrowerId, fee: FeeId) =>
  <E, A>(
    run: (beingPaid: TE.TaskEither<EventReadError, ReadonlyArray<FeeId>>) => TE.TaskEither<E, A>,
  ): TE.TaskEither<E | EventReadError | StoreUnavailable, A> =>
    pipe(
      refusedOrdersForFee(dependencies)(borrower, fee),
      TE.chainW((refused) =>
        pipe(run(feesBeingPaid(dependencies, refused)(borrower)), withBorrowerLock(dependencies)(borrower)),
      ),
    )

/** Refuses to change a fee that is being paid. */
export const requireNotBeingPaid =
  (fee: FeeId) =>
  (beingPaid: ReadonlyArray<FeeId>): E.Either<CommandRefused<FeeIsBeingPaid>, void> =>
    beingPaid.includes(fee) ? E.left(commandRefused({ _tag: 'FeeIsBeingPaid' })) : E.right(undefined)
