import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { issueCompensationReceipts } from '../../../../../domain/use-cases/issue-compensation-receipts'
import { staffAndBorrowers } from '../../access/caller-roles-of-routes'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'
import { borrowerOfFee, FeePathParameters } from './fee-of-request'
import { ReceiptAnswer, toReceiptAnswer } from './receipt-answer'

export const readReceiptsOfFeeRoute = defineReadRoute({
  path: '/fees/:fee/receipts',
  name: 'readReceipts',
  summary: 'Read the receipt for a paid bill again; none for other fees, nor when the price has gone back',
  tag: 'Fees',
  roles: staffAndBorrowers,
  params: FeePathParameters,
  answer: objectCodec('Receipts', { receipts: listCodec(ReceiptAnswer) }),
  handle: (request) =>
    pipe(
      borrowerOfFee(request)(request.params.fee),
      TE.chain(() =>
        pipe(
          issueCompensationReceipts(request.library.useCaseDependencies)([request.params.fee]),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
      TE.map((receipts) => answerWithBody({ receipts: receipts.map(toReceiptAnswer) })),
    ),
})
