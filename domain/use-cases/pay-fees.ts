import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import { commandRefused, type CommandRefused } from '../command-handling/command-error'
import { loadAggregate } from '../command-handling/load-aggregate'
import type { BorrowerId, BranchId, FeeId, PaymentId } from '../values/ids'
import type { Ore } from '../values/ore'
import { paymentAggregate } from '../payment/payment-aggregate'
import type { PaymentEvent } from '../payment/payment-event'
import type { PaymentRefusal } from '../payment/payment-refusal'
import type { PaymentState } from '../payment/payment-state'
import type { BorrowerStanding } from '../policy/borrower-standing'
import type { BorrowerFee } from '../ports/decision-queries'
import type { UseCaseResult } from './use-case-result'
import { withBorrowerLock } from './with-borrower-lock'
import type { UseCaseIds } from './repeatable-ids-of-use-case'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** A borrower pays fees, each of them in full. */
interface PayFeesRequest extends CommandMetadata {
  readonly borrower: BorrowerId
  /** The order id of the payment service. One order is one payment. */
  readonly order: string
  readonly fees: ReadonlyArray<FeeId>
  /** In øre. It must be the sum of the fees. */
  readonly amount: Ore
  /** The branch whose desk took the money; left out where none did. */
  readonly branch?: BranchId
}

/** A fee is not among those that the borrower owes. */
export interface FeeIsNotOwed {
  readonly _tag: 'FeeIsNotOwed'
  /** The index of the first such fee in the payment. */
  readonly index: number
}

/** A fee is at the collector: it is paid there, or here after staff have recalled it. */
export interface FeeIsPassedOn {
  readonly _tag: 'FeeIsPassedOn'
}

/** A payment that is not completed already names one of the fees. */
export interface FeeIsBeingPaid {
  readonly _tag: 'FeeIsBeingPaid'
}

export type PayFeesRefusal = PaymentRefusal | FeeIsNotOwed | FeeIsBeingPaid | FeeIsPassedOn

/** What decides whether the fees can be paid. It is read under the borrower's lock. */
interface PayableCheck {
  /** Undefined for a payment that is new. */
  readonly priorPayment: PaymentState | undefined
  readonly standing: BorrowerStanding | undefined
  readonly knownFees: ReadonlyArray<BorrowerFee>
  readonly feesBeingPaid: ReadonlyArray<FeeId>
}

const findOwedFees = (
  knownFees: ReadonlyArray<BorrowerFee>,
  fees: ReadonlyArray<FeeId>,
): E.Either<CommandRefused<PayFeesRefusal>, ReadonlyArray<BorrowerFee>> =>
  E.traverseArrayWithIndex((index, fee: FeeId) =>
    E.fromNullable(commandRefused<PayFeesRefusal>({ _tag: 'FeeIsNotOwed', index }))(
      knownFees.find((knownFee) => knownFee.fee === fee && knownFee.ending === null),
    ),
  )(fees)

/**
 * A payment that was made before is not checked again: it answers its first result, whatever has happened to its fees.
 */
export const checkPayable =
  (fees: ReadonlyArray<FeeId>) =>
  ({
    priorPayment,
    standing,
    knownFees,
    feesBeingPaid,
  }: PayableCheck): E.Either<CommandRefused<PayFeesRefusal>, ReadonlyArray<BorrowerFee>> => {
    if (priorPayment !== undefined && priorPayment._tag !== 'Unmade') return E.right([])
    return pipe(
      findOwedFees(standing === undefined ? [] : knownFees, fees),
      E.filterOrElse(
        () => !fees.some((fee) => feesBeingPaid.includes(fee)),
        () => commandRefused<PayFeesRefusal>({ _tag: 'FeeIsBeingPaid' }),
      ),
      E.filterOrElse(
        (owed) => !owed.some(({ isAtCollector }) => isAtCollector),
        () => commandRefused<PayFeesRefusal>({ _tag: 'FeeIsPassedOn' }),
      ),
    )
  }

const loadPayableCheck = (
  { commandHandling, decisionQueries }: UseCaseDependencies,
  payment: PaymentId,
  borrower: BorrowerId,
) =>
  pipe(
    loadAggregate(commandHandling)(paymentAggregate)(payment),
    TE.map(({ state }) => state),
    TE.bindTo('priorPayment'),
    TE.bindW('standing', () => decisionQueries.standing(borrower)),
    TE.bindW('knownFees', () => decisionQueries.fees(borrower)),
    TE.bindW('feesBeingPaid', () => decisionQueries.feesOfMadePayments(borrower)),
  )

const paymentFromIds = (ids: UseCaseIds): PaymentId => ids.idFor('payment') as PaymentId

/**
 * Records a payment, under the borrower's lock; a reaction then pays each fee. Its idempotency key must be the order,
 * so that one order is one payment however often it is sent. A fee is paid by one payment: once a payment names it,
 * another payment answers `FeeIsBeingPaid`, and `FeeIsNotOwed` when it is paid.
 */
export const payFees =
  (dependencies: UseCaseDependencies) =>
  ({
    borrower,
    order,
    fees,
    amount,
    branch,
    at,
    origin,
  }: PayFeesRequest): UseCaseResult<PayFeesRefusal, PaymentEvent, { readonly payment: PaymentId }> =>
    runUseCaseWithIds(dependencies)({ at, origin }, (ids) =>
      streamAddressOfAggregate(paymentAggregate)(paymentFromIds(ids)),
    )((ids) => {
      const payment = paymentFromIds(ids)
      return pipe(
        loadPayableCheck(dependencies, payment, borrower),
        TE.chainEitherKW(checkPayable(fees)),
        TE.chainW((feesToPay) =>
          handleCommand(dependencies.commandHandling)(paymentAggregate)(payment, ids.cause)({
            type: 'MakePayment',
            payment,
            borrower,
            order,
            fees: feesToPay,
            amount,
            ...(branch === undefined ? {} : { branch }),
            at,
          }),
        ),
        TE.map((handled) => ({ ...handled, payment })),
        withBorrowerLock(dependencies)(borrower),
      )
    })
