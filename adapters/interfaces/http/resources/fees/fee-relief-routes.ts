import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { waiveOrCancelFee, type FeeWaiverOrCancellation } from '../../../../../domain/use-cases/waive-or-cancel-fee'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { FeeId } from '../../../../../domain/values/ids'
import { feesById } from '../../../../../projections/fees/fee-queries'
import type { FeeRow } from '../../../../../projections/fees/fee-tables'
import { staffOnly } from '../../access/roles'
import { freeText } from '../../codecs/free-text'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody, type RouteAnswer, type RouteRequest } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { requireFound, readCaughtUpRows } from '../read-rows'

const FeeParameters = objectCodec('FeePath', { fee: FeeId })
const FeeRelievedAnswer = objectCodec('FeeRelieved', { fee: FeeId })

const relieveFeeOf =
  ({ params: { fee }, library, origin }: RouteRequest<{ readonly fee: FeeId }, unknown, unknown>) =>
  (relief: FeeWaiverOrCancellation): TE.TaskEither<HttpFailure, RouteAnswer<{ readonly fee: FeeId }>> =>
    pipe(
      readCaughtUpRows(library),
      TE.chainEitherK((rows) =>
        requireFound<FeeRow>(commandRefused({ _tag: 'FeeIsUnknown' }))(feesById([fee])(rows)[0]),
      ),
      TE.chain(({ borrower }) =>
        pipe(
          waiveOrCancelFee(library.useCaseDependencies)(borrower, {
            at: library.useCaseDependencies.commandHandling.clock.now(),
            origin,
          })(relief),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
      TE.map(() => answerWithBody({ fee })),
    )

export const waiveFeeRoute = defineCommandRoute({
  method: 'post',
  path: '/fees/:fee/waiver',
  name: 'waiveFee',
  summary: 'Waive a fee (eftergivelse)',
  tag: 'Fees',
  roles: staffOnly,
  params: FeeParameters,
  body: objectCodec('Waiver', { reason: freeText(300) }),
  answer: FeeRelievedAnswer,
  handle: (request) =>
    relieveFeeOf(request)({
      type: 'WaiveFee',
      fee: request.params.fee,
      reason: request.body.reason,
      at: request.library.useCaseDependencies.commandHandling.clock.now(),
    }),
})

export const cancelFeeRoute = defineCommandRoute({
  method: 'post',
  path: '/fees/:fee/cancellation',
  name: 'cancelFee',
  summary: 'Cancel a fee that was levied by mistake',
  tag: 'Fees',
  roles: staffOnly,
  params: FeeParameters,
  answer: FeeRelievedAnswer,
  handle: (request) =>
    relieveFeeOf(request)({
      type: 'CancelFee',
      fee: request.params.fee,
      because: 'mistake',
      on: request.library.useCaseDependencies.commandHandling.clock.today(),
    }),
})
