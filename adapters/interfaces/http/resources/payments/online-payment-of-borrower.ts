import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type * as t from 'io-ts'
import { confirmPaymentOfBorrower, type OnlinePaymentOutcome } from '../../../../../domain/use-cases/confirm-payment'
import { startPayment, type StartedOnlinePayment } from '../../../../../domain/use-cases/start-payment'
import type { BorrowerId, FeeId, PaymentId } from '../../../../../domain/values/ids'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { HttpFailure } from '../../problems/http-failure'
import type { PaymentsUnderWayAnswer } from './online-payment-codecs'

/** Starts a payment of fees that a borrower owes. */
export const startPaymentForBorrower =
  ({ useCaseDependencies }: RunningLibrary, fees: ReadonlyArray<FeeId>, returnUrl: string) =>
  (borrower: BorrowerId): TE.TaskEither<HttpFailure, StartedOnlinePayment> =>
    pipe(
      startPayment(useCaseDependencies)({ borrower, fees, returnUrl }),
      TE.mapLeft((failure): HttpFailure => failure),
    )

/** The payments of a borrower that were started and that the service has not confirmed. */
export const paymentsUnderWay =
  ({ useCaseDependencies: { decisionQueries } }: RunningLibrary) =>
  (borrower: BorrowerId): TE.TaskEither<HttpFailure, t.TypeOf<typeof PaymentsUnderWayAnswer>> =>
    pipe(
      decisionQueries.startedPayments(borrower),
      TE.bimap(
        (failure): HttpFailure => failure,
        (started) => ({
          payments: started.map(({ payment, amount, fees, startedOn }) => ({ payment, amount, fees, startedOn })),
        }),
      ),
    )

/** Asks for a payment of a borrower. Refused: `PaymentIsUnknown`, also when it is that of another borrower. */
export const confirmPaymentForBorrower =
  ({ useCaseDependencies }: RunningLibrary, payment: PaymentId) =>
  (borrower: BorrowerId): TE.TaskEither<HttpFailure, OnlinePaymentOutcome> =>
    pipe(
      confirmPaymentOfBorrower(useCaseDependencies)(borrower, payment),
      TE.mapLeft((failure): HttpFailure => failure),
    )
