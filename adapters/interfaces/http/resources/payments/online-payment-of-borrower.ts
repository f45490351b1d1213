import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { confirmPaymentOfBorrower, type OnlinePaymentOutcome } from '../../../../../domain/use-cases/confirm-payment'
import { startPayment, type StartedOnlinePayment } from '../../../../../domain/use-cases/start-payment'
import type { BorrowerId, FeeId, PaymentId } from '../../../../../domain/values/ids'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { HttpFailure } from '../../problems/http-failure'

/** Starts a payment of fees that a borrower owes. */
export const startPaymentForBorrower =
  ({ useCaseDependencies }: RunningLibrary, fees: ReadonlyArray<FeeId>) =>
  (borrower: BorrowerId): TE.TaskEither<HttpFailure, StartedOnlinePayment> =>
    pipe(
      startPayment(useCaseDependencies)({ borrower, fees }),
      TE.mapLeft((failure): HttpFailure => failure),
    )

/** Asks for a payment of a borrower. Refused: `PaymentIsUnknown`, also when it is that of another borrower. */
export const confirmPaymentForBorrower =
  ({ useCaseDependencies }: RunningLibrary, payment: PaymentId) =>
  (borrower: BorrowerId): TE.TaskEither<HttpFailure, OnlinePaymentOutcome> =>
    pipe(
      confirmPaymentOfBorrower(useCaseDependencies)(borrower, payment),
      TE.mapLeft((failure): HttpFailure => failure),
    )
