import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { PaymentId } from '../../../../../domain/values/ids'
import { requireCallingBorrower } from '../../access/require-calling-borrower'
import { objectCodec } from '../../codecs/object-codec'
import { paymentPaths } from '../../../pages/payment/payment-paths'
import { defineCommandRoute, defineReadRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'
import { checkBorrowerExists } from '../borrowers/check-borrower-exists'
import {
  OnlinePaymentBody,
  PaymentOutcomeAnswer,
  PaymentsUnderWayAnswer,
  StartedPaymentAnswer,
} from './online-payment-codecs'
import { confirmPaymentForBorrower, paymentsUnderWay, startPaymentForBorrower } from './online-payment-of-borrower'

export const startOwnPaymentRoute = defineCommandRoute({
  method: 'post',
  path: '/me/payments',
  name: 'startMyPayment',
  summary:
    'Start to pay own fees and bills, each in full, by the payment service: nothing counts as paid before the service confirms it',
  tag: 'Fees',
  roles: ['borrower'],
  body: OnlinePaymentBody,
  namedInBody: { fee: 'fees' },
  status: 201,
  answer: StartedPaymentAnswer,
  handle: ({ caller, body, library, publicUrl }) =>
    pipe(
      TE.fromEither(requireCallingBorrower(caller)),
      TE.chain(startPaymentForBorrower(library, body.fees, `${publicUrl}${paymentPaths.borrower.outcome}`)),
      TE.map(answerWithBody),
    ),
})

export const readOwnPaymentsRoute = defineReadRoute({
  path: '/me/payments',
  name: 'readMyPayments',
  summary: 'Read the own payments that were started and that the payment service has not confirmed',
  tag: 'Fees',
  roles: ['borrower'],
  answer: PaymentsUnderWayAnswer,
  extraStatuses: [404],
  handle: ({ caller, library }) =>
    pipe(
      TE.fromEither(requireCallingBorrower(caller)),
      TE.chainFirst(checkBorrowerExists(library)),
      TE.chain(paymentsUnderWay(library)),
      TE.map(answerWithBody),
    ),
})

export const confirmOwnPaymentRoute = defineCommandRoute({
  method: 'post',
  path: '/me/payments/:payment/confirmation',
  name: 'confirmMyPayment',
  summary: 'Ask the payment service whether an own payment was paid, and record it when it was',
  tag: 'Fees',
  roles: ['borrower'],
  params: objectCodec('OwnPaymentPath', { payment: PaymentId }),
  answer: PaymentOutcomeAnswer,
  handle: ({ caller, params, library }) =>
    pipe(
      TE.fromEither(requireCallingBorrower(caller)),
      TE.chain(confirmPaymentForBorrower(library, params.payment)),
      TE.map(answerWithBody),
    ),
})
