import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { correctSettledFee, type SettledFeeCorrection } from '../../../../../domain/use-cases/correct-settled-fee'
import { FeeId } from '../../../../../domain/values/ids'
import { Ore } from '../../../../../domain/values/ore'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody, type RouteAnswer, type RouteRequest } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { changeFeeOfRequest, FeePathParameters, FeeChangeReason, type FeeInPath } from './fee-of-request'

interface AmountAndReason {
  readonly amount: Ore
  readonly reason: string
}

/** What all corrections of a settled fee have in common. */
const forStaff = {
  ...({ method: 'post', tag: 'Fees', roles: staffRoleOnly, params: FeePathParameters } as const),
  body: objectCodec('AmountAndReason', { amount: Ore, reason: FeeChangeReason }),
  answer: objectCodec('FeeCorrected', { fee: FeeId }),
}

const correctFee =
  (type: SettledFeeCorrection['type']) =>
  (request: RouteRequest<FeeInPath, unknown, AmountAndReason>): TE.TaskEither<HttpFailure, RouteAnswer<FeeInPath>> => {
    const { params, body, library } = request
    return pipe(
      changeFeeOfRequest(request)(params.fee)((borrower, metadata) =>
        correctSettledFee(library.useCaseDependencies)({
          ...{ type, borrower, fee: params.fee, ...body, role: 'staff' },
          ...metadata,
        }),
      ),
      TE.map(() => answerWithBody(params)),
    )
  }

export const reimburseFeeRoute = defineCommandRoute({
  ...forStaff,
  path: '/fees/:fee/reimbursement',
  name: 'reimburseFee',
  summary: 'Give back what was paid for a fee or bill (refusion), whole or in part',
  handle: correctFee('ReimburseFee'),
})

export const reduceWriteOffRoute = defineCommandRoute({
  ...forStaff,
  path: '/fees/:fee/write-off-reduction',
  name: 'reduceWriteOff',
  summary: 'Demand again what was written off, whole or in part, as a new fee',
  handle: correctFee('ReduceWriteOff'),
})
