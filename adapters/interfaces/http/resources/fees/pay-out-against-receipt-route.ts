import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { spendPaymentReceipt } from '../../../../../domain/use-cases/spend-payment-receipt'
import { CopyId } from '../../../../../domain/values/ids'
import { Ore } from '../../../../../domain/values/ore'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { OrderId, ReceiptText } from '../../codecs/text-pattern-codecs'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'

/** The order id is the idempotency key: sent again, the payout answers the same. An order is one payout. */
export const payOutAgainstReceiptRoute = defineCommandRoute({
  method: 'post',
  path: '/receipts/payout',
  name: 'payOutReceipt',
  summary: 'Pay the price of a found copy back to whoever presents its receipt, once, within six months of the payment',
  tag: 'Fees',
  roles: staffRoleOnly,
  body: objectCodec('ReceiptPayout', { receipt: ReceiptText, order: OrderId }),
  answer: objectCodec('ReceiptPaidOut', { copy: CopyId, amount: Ore }),
  handle: ({ body, library: { useCaseDependencies } }) =>
    pipe(
      spendPaymentReceipt(useCaseDependencies)({
        ...{ text: body.receipt, order: body.order },
        at: useCaseDependencies.commandHandling.clock.now(),
      }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(({ receipt: { copy, price } }) => answerWithBody({ copy, amount: price })),
    ),
})
