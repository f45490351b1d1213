import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { changeUnsettledFee, type UnsettledFeeChange } from '../../../../../domain/use-cases/change-unsettled-fee'
import { FeeId } from '../../../../../domain/values/ids'
import { Ore } from '../../../../../domain/values/ore'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody, type RouteAnswer, type RouteRequest } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { changeFeeOfRequest, FeePathParameters, FeeChangeReason, ReasonForFee, type FeeInPath } from './fee-of-request'

/** What all decisions of staff on an owed fee have in common. */
const forStaff = {
  ...({ method: 'post', tag: 'Fees', roles: staffRoleOnly, params: FeePathParameters } as const),
  answer: objectCodec('FeeChanged', { fee: FeeId }),
}

const today = ({ library }: Pick<RouteRequest<unknown, unknown, unknown>, 'library'>) =>
  library.useCaseDependencies.commandHandling.clock.today()

const changeUnsettled =
  (request: RouteRequest<FeeInPath, unknown, unknown>) =>
  (command: UnsettledFeeChange): TE.TaskEither<HttpFailure, RouteAnswer<FeeInPath>> =>
    pipe(
      changeFeeOfRequest(request)(request.params.fee)((borrower, metadata) =>
        changeUnsettledFee(request.library.useCaseDependencies)(borrower, metadata)(command),
      ),
      TE.map(() => answerWithBody(request.params)),
    )

export const reduceFeeRoute = defineCommandRoute({
  ...forStaff,
  path: '/fees/:fee/reduction',
  name: 'reduceFee',
  summary: 'Reduce what is owed for a fee or bill (nedsættelse), by an amount in øre',
  body: objectCodec('FeeReduction', { by: Ore, reason: FeeChangeReason }),
  handle: (request) =>
    changeUnsettled(request)({
      ...{ type: 'ReduceFee', fee: request.params.fee, by: request.body.by },
      ...{ reason: request.body.reason, role: 'staff', on: today(request) },
    }),
})

export const writeOffFeeRoute = defineCommandRoute({
  ...forStaff,
  path: '/fees/:fee/write-off',
  name: 'writeOffFee',
  summary: 'Write off what is owed for a fee or bill (afskrivning)',
  body: ReasonForFee,
  handle: (request) =>
    changeUnsettled(request)({
      ...{ type: 'WriteOffFee', fee: request.params.fee },
      ...{ reason: request.body.reason, role: 'staff', on: today(request) },
    }),
})

export const cancelFeeRoute = defineCommandRoute({
  ...forStaff,
  path: '/fees/:fee/cancellation',
  name: 'cancelFee',
  summary: 'Cancel a fee that was levied, or a reimbursement that was granted, by mistake',
  body: ReasonForFee,
  handle: (request) =>
    changeUnsettled(request)({
      ...{ type: 'CancelFee', fee: request.params.fee, because: 'mistake' },
      ...{ reason: request.body.reason, role: 'staff', on: today(request) },
    }),
})
