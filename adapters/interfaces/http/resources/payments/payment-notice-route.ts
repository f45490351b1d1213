import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { confirmPaymentOfOrder } from '../../../../../domain/use-cases/confirm-payment'
import { OrderId } from '../../codecs/text-pattern-codecs'
import { emptyObjectCodec, objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { defineCommandRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'

/**
 * The payment service, or a program between it and the library, says that something happened to an order. It is not believed: the
 * service is asked. The answer is the same for every order, so that it tells nobody which orders there are; but when the
 * service or a store does not answer, the notice is to be sent again.
 */
export const noticeOfPaymentRoute = defineCommandRoute({
  method: 'post',
  path: '/payment-notices',
  name: 'noticeOfPayment',
  summary: 'Let the library ask the payment service for an order, and record the payment when it was paid',
  tag: 'Fees',
  roles: ['machine'],
  body: objectCodec('PaymentNotice', { order: OrderId }),
  answer: emptyObjectCodec,
  handle: ({ body: { order }, library }) =>
    pipe(
      confirmPaymentOfOrder(library.useCaseDependencies)(order),
      TE.map(() => answerWithBody({})),
      TE.orElse((failure) =>
        failure._tag === 'Refused' && failure.refusal._tag === 'PaymentIsUnknown'
          ? TE.right(answerWithBody({}))
          : TE.left<HttpFailure>(failure),
      ),
    ),
})
