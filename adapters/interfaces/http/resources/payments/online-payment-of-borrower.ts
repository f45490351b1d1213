import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { confirmPayment, type OnlinePaymentOutcome } from '../../../../../domain/use-cases/confirm-payment'
import { startPayment, type StartedOnlinePayment } from '../../../../../domain/use-cases/start-payment'
import type { BorrowerId, FeeId, PaymentId } from '../../../../../domain/values/ids'
import { onlinePaymentById } from '../../../../../projections/fees/payment-queries'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { HttpFailure } from '../../problems/http-failure'
import { readCaughtUpRows } from '../read-caught-up-rows'

/** Starts a payment of fees that a borrower owes. */
export const startPaymentOfBorrower =
  ({ useCaseDependencies }: RunningLibrary, fees: ReadonlyArray<FeeId>) =>
  (borrower: BorrowerId): TE.TaskEither<HttpFailure, StartedOnlinePayment> =>
    pipe(
      startPayment(useCaseDependencies)({ borrower, fees }),
      TE.mapLeft((failure): HttpFailure => failure),
    )

/** Asks for a payment of a borrower. Refused: `PaymentIsUnknown`, also when it is that of another borrower. */
export const confirmPaymentOfBorrower =
  (library: RunningLibrary, payment: PaymentId) =>
  (borrower: BorrowerId): TE.TaskEither<HttpFailure, OnlinePaymentOutcome> =>
    pipe(
      readCaughtUpRows(library),
      TE.chainEitherK((rows): E.Either<HttpFailure, PaymentId> =>
        onlinePaymentById(payment)(rows)?.borrower === borrower
          ? E.right(payment)
          : E.left(commandRefused({ _tag: 'PaymentIsUnknown' })),
      ),
      TE.chain((known) =>
        pipe(
          confirmPayment(library.useCaseDependencies)(known),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
    )
