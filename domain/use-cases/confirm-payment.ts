import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused, type CommandError } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import { paymentAggregate } from '../payment/payment-aggregate'
import type { OnlinePayment } from '../ports/decision-queries'
import type { PaymentOrderStatus } from '../ports/payment-provider'
import type { BorrowerId, PaymentId } from '../values/ids'
import { requirePaymentProvider, type OnlinePaymentRefusal } from './start-payment'
import type { UseCaseDependencies } from './use-case-dependencies'

type Result<A> = TE.TaskEither<CommandError<OnlinePaymentRefusal>, A>

/** What became of a payment. */
export interface OnlinePaymentOutcome {
  readonly payment: PaymentId
  readonly status: PaymentOrderStatus
}

const confirm =
  ({ commandHandling }: UseCaseDependencies) =>
  (payment: PaymentId): Result<unknown> =>
    handleCommand(commandHandling)(paymentAggregate)(payment)({
      type: 'ConfirmPayment',
      ...{ payment, on: commandHandling.clock.today() },
    })

const askService =
  (dependencies: UseCaseDependencies) =>
  ({ payment, order, amount, isMade }: OnlinePayment): Result<OnlinePaymentOutcome> =>
    isMade
      ? TE.right({ payment, status: 'paid' })
      : pipe(
          TE.fromEither(requirePaymentProvider(dependencies)),
          TE.chainW(({ statusOf }) =>
            pipe(
              statusOf({ order, amount }),
              TE.mapLeft((error) => commandRefused<OnlinePaymentRefusal>(error)),
            ),
          ),
          TE.chainFirstW((status) => (status === 'paid' ? confirm(dependencies)(payment) : TE.right(undefined))),
          TE.map((status) => ({ payment, status })),
        )

const requireKnown = TE.fromPredicate(
  (found: OnlinePayment | undefined): found is OnlinePayment => found !== undefined,
  () => commandRefused<OnlinePaymentRefusal>({ _tag: 'PaymentIsUnknown' }),
)

/**
 * Asks the payment service for a started payment, and records it as made when it was paid: once, however often it is
 * asked. Fees that were settled meanwhile become a reimbursement owed. Refused: `PaymentIsUnknown`, also when the payment is
 * forgotten.
 */
export const confirmPayment =
  (dependencies: UseCaseDependencies) =>
  (payment: PaymentId): Result<OnlinePaymentOutcome> =>
    pipe(dependencies.decisionQueries.payment(payment), TE.chainW(requireKnown), TE.chainW(askService(dependencies)))

/** The same for a borrower. Refused: `PaymentIsUnknown`, also when the payment is that of another borrower. */
export const confirmPaymentOfBorrower =
  (dependencies: UseCaseDependencies) =>
  (borrower: BorrowerId, payment: PaymentId): Result<OnlinePaymentOutcome> =>
    pipe(
      dependencies.decisionQueries.payment(payment),
      TE.map((found) => (found?.borrower === borrower ? found : undefined)),
      TE.chainW(requireKnown),
      TE.chainW(askService(dependencies)),
    )

/** The same for a payment service that names an order. What it says is not believed: it is asked. */
export const confirmPaymentOfOrder =
  (dependencies: UseCaseDependencies) =>
  (order: string): Result<OnlinePaymentOutcome> =>
    pipe(
      dependencies.decisionQueries.paymentWithOrder(order),
      TE.chainW(requireKnown),
      TE.chainW(askService(dependencies)),
    )
