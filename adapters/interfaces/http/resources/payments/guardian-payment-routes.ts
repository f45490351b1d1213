import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type * as t from 'io-ts'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { GuardianshipId, PaymentId, type BorrowerId, type FeeId } from '../../../../../domain/values/ids'
import { childForGuardian } from '../../../../../projections/guardians/guardianship-overview'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { paymentPaths } from '../../../pages/payment/payment-paths'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { answerWithBody, type RouteRequest } from '../../route/route-handler'
import { readBorrowerOverview } from '../borrowers/borrower-overview'
import { guardianOfRequest, GuardianshipPathParameters } from '../guardians/guardianship-of-request'
import { readCaughtUpRows } from '../read-caught-up-rows'
import {
  OnlinePaymentBody,
  PaymentOutcomeAnswer,
  PaymentsUnderWayAnswer,
  StartedPaymentAnswer,
} from './online-payment-codecs'
import { confirmPaymentForBorrower, paymentsUnderWay, startPaymentForBorrower } from './online-payment-of-borrower'

type GuardianRequest = Pick<
  RouteRequest<{ readonly guardianship: GuardianshipId }, unknown, unknown>,
  'caller' | 'params' | 'library'
>

const childOf = (request: GuardianRequest): TE.TaskEither<HttpFailure, BorrowerId> =>
  pipe(
    readCaughtUpRows(request.library),
    TE.chainEitherK(guardianOfRequest(request)),
    TE.map(({ borrower }) => borrower),
  )

/** "From the 18th birthday nothing new reaches the guardian": only fees that the guardian sees are paid by the guardian. */
const requireFeesOfGuardian =
  ({ library, caller }: GuardianRequest, fees: ReadonlyArray<FeeId>) =>
  (borrower: BorrowerId): E.Either<HttpFailure, BorrowerId> => {
    const { policy, commandHandling } = library.useCaseDependencies
    const today = commandHandling.clock.today()
    return pipe(
      readBorrowerOverview(library, caller)(borrower),
      E.map(childForGuardian(policy(today).guardians, today)),
      E.map(({ fees: shown }) => fees.findIndex((fee) => !shown.some((one) => one.fee === fee))),
      E.chain((index): E.Either<HttpFailure, BorrowerId> =>
        index < 0 ? E.right(borrower) : E.left(commandRefused({ _tag: 'FeeIsNotOwed', index })),
      ),
    )
  }

export const startPaymentByGuardianRoute = defineCommandRoute({
  method: 'post',
  path: '/guardianships/:guardianship/payments',
  name: 'startPaymentByGuardian',
  summary:
    'Start to pay fees and bills of a child by the payment service, as its guardian (værge): nothing counts as paid before the service confirms it',
  tag: 'Fees',
  roles: ['guardian'],
  params: GuardianshipPathParameters,
  body: OnlinePaymentBody,
  namedInBody: { fee: 'fees' },
  status: 201,
  answer: StartedPaymentAnswer,
  handle: (request) =>
    pipe(
      childOf(request),
      TE.chainEitherK(requireFeesOfGuardian(request, request.body.fees)),
      TE.chain(
        startPaymentForBorrower(
          request.library,
          request.body.fees,
          `${request.publicUrl}${paymentPaths.guardian.outcome}`,
        ),
      ),
      TE.map(answerWithBody),
    ),
})

/** A guardian is told of payments of fees that the guardian sees. */
const withoutHiddenFees =
  (request: GuardianRequest) =>
  (borrower: BorrowerId): TE.TaskEither<HttpFailure, t.TypeOf<typeof PaymentsUnderWayAnswer>> =>
    pipe(
      paymentsUnderWay(request.library)(borrower),
      TE.map(({ payments }) => ({
        payments: payments.filter(({ fees }) => E.isRight(requireFeesOfGuardian(request, fees)(borrower))),
      })),
    )

export const readPaymentsByGuardianRoute = defineReadRoute({
  path: '/guardianships/:guardianship/payments',
  name: 'readPaymentsByGuardian',
  summary: 'Read the payments for a child that were started and that the payment service has not confirmed',
  tag: 'Fees',
  roles: ['guardian'],
  params: GuardianshipPathParameters,
  answer: PaymentsUnderWayAnswer,
  handle: (request) => pipe(childOf(request), TE.chain(withoutHiddenFees(request)), TE.map(answerWithBody)),
})

export const confirmPaymentByGuardianRoute = defineCommandRoute({
  method: 'post',
  path: '/guardianships/:guardianship/payments/:payment/confirmation',
  name: 'confirmPaymentByGuardian',
  summary: 'Ask the payment service whether a payment for a child was paid, and record it when it was',
  tag: 'Fees',
  roles: ['guardian'],
  params: objectCodec('GuardianPaymentPath', { guardianship: GuardianshipId, payment: PaymentId }),
  answer: PaymentOutcomeAnswer,
  handle: (request) =>
    pipe(
      childOf(request),
      TE.chain(confirmPaymentForBorrower(request.library, request.params.payment)),
      TE.map(answerWithBody),
    ),
})
