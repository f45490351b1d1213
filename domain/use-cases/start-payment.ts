import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused, type CommandError } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import { paymentAggregate } from '../payment/payment-aggregate'
import type { BorrowerFee, OnlinePayment } from '../ports/decision-queries'
import type { PaymentProvider, PaymentServiceFails } from '../ports/payment-provider'
import type { BorrowerId, FeeId, PaymentId } from '../values/ids'
import { sumOfOre, type Ore } from '../values/ore'
import { startedAndNotRefused } from './fees-being-paid'
import { checkPayable, type PayFeesRefusal } from './pay-fees'
import type { UseCaseDependencies } from './use-case-dependencies'
import { withBorrowerLock } from './with-borrower-lock'

/** No payment service is set up. */
interface PaymentsAreNotTaken {
  readonly _tag: 'PaymentsAreNotTaken'
}

export type OnlinePaymentRefusal = PayFeesRefusal | PaymentsAreNotTaken | PaymentServiceFails

type Result<A> = TE.TaskEither<CommandError<OnlinePaymentRefusal>, A>

/** Which fees of a borrower are to be paid. */
interface StartPaymentRequest {
  readonly borrower: BorrowerId
  readonly fees: ReadonlyArray<FeeId>
  /** Where the payment service leads the payer back to. */
  readonly returnUrl: string
}

/** A payment to go on with at the payment service. */
export interface StartedOnlinePayment {
  readonly payment: PaymentId
  /** In øre. */
  readonly amount: Ore
  /** Where the payer pays. */
  readonly continueAt: string
  readonly isStandIn: boolean
}

const refuse = (refusal: OnlinePaymentRefusal) => commandRefused(refusal)

/** The payment service, or the refusal when there is none. */
export const requirePaymentProvider = ({
  paymentProvider,
}: UseCaseDependencies): E.Either<ReturnType<typeof refuse>, PaymentProvider> =>
  E.fromNullable(refuse({ _tag: 'PaymentsAreNotTaken' }))(paymentProvider)

/** The started orders that the service says will not be paid: nobody goes on with them, and they are in nobody's way. */
const refusedOrders = (
  { decisionQueries }: UseCaseDependencies,
  { statusOf }: PaymentProvider,
  borrower: BorrowerId,
): Result<ReadonlyArray<string>> =>
  pipe(
    decisionQueries.startedPayments(borrower),
    TE.chainW(
      TE.traverseSeqArray(({ order, amount }) =>
        pipe(
          statusOf({ order, amount }),
          TE.bimap(refuse, (status) => (status === 'refused' ? [order] : [])),
        ),
      ),
    ),
    TE.map((orders) => orders.flat()),
  )

const isOfSameFees =
  (fees: ReadonlyArray<FeeId>) =>
  (started: OnlinePayment): boolean =>
    started.fees.length === fees.length && fees.every((fee) => started.fees.includes(fee))

/** Payment and order are random: neither tells the other. */
const startNew =
  ({ commandHandling }: UseCaseDependencies, borrower: BorrowerId) =>
  (fees: ReadonlyArray<BorrowerFee>): Result<Pick<OnlinePayment, 'payment' | 'order' | 'amount'>> => {
    const payment = commandHandling.random.uuid() as PaymentId
    const order = commandHandling.random.uuid()
    const amount = sumOfOre(fees.map((fee) => fee.amount))
    return pipe(
      handleCommand(commandHandling)(paymentAggregate)(payment)({
        ...{ type: 'StartPayment', payment, borrower, order, fees, amount, on: commandHandling.clock.today() },
      }),
      TE.map(() => ({ payment, order, amount })),
    )
  }

/** A payment of the same fees that is not confirmed is gone on with; one of other fees is in the way; a refused one is not. */
const startOrGoOn =
  (dependencies: UseCaseDependencies) =>
  ({ borrower, fees }: Omit<StartPaymentRequest, 'returnUrl'>) =>
  (refused: ReadonlyArray<string>): Result<Pick<OnlinePayment, 'payment' | 'order' | 'amount'>> => {
    const { decisionQueries } = dependencies
    return pipe(
      startedAndNotRefused(dependencies, refused)(borrower),
      TE.bindTo('started'),
      TE.bind('standing', () => decisionQueries.standing(borrower)),
      TE.bind('knownFees', () => decisionQueries.fees(borrower)),
      TE.bind('feesBeingPaid', () => decisionQueries.feesOfMadePayments(borrower)),
      TE.chainW(({ started, ...check }) => {
        const same = started.find(isOfSameFees(fees))
        const inTheWay = started.filter((one) => one !== same).flatMap((one) => one.fees)
        return pipe(
          { ...check, priorPayment: undefined, feesBeingPaid: [...check.feesBeingPaid, ...inTheWay] },
          checkPayable(fees),
          TE.fromEither,
          TE.chainW((owed) => (same === undefined ? startNew(dependencies, borrower)(owed) : TE.right(same))),
        )
      }),
      withBorrowerLock(dependencies)(borrower),
    )
  }

/**
 * Starts a payment of fees by a payment service, or goes on with one that was not confirmed. Nothing counts as paid before the
 * service confirms it. A process that is killed before the service has the order leaves a started payment, which the next
 * request goes on with.
 */
export const startPayment =
  (dependencies: UseCaseDependencies) =>
  (request: StartPaymentRequest): Result<StartedOnlinePayment> =>
    pipe(
      TE.fromEither(requirePaymentProvider(dependencies)),
      TE.bindTo('provider'),
      TE.bindW('refused', ({ provider }) => refusedOrders(dependencies, provider, request.borrower)),
      TE.bindW('started', ({ refused }) => startOrGoOn(dependencies)(request)(refused)),
      TE.chainW(({ provider, started: { payment, order, amount } }) =>
        pipe(
          provider.createOrder({ order, amount, returnUrl: request.returnUrl }),
          TE.mapLeft(refuse),
          TE.map((continueAt) => ({ payment, amount, continueAt, isStandIn: provider.isStandIn })),
        ),
      ),
    )
