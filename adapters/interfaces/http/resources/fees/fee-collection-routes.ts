import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { lastDayOwed } from '../../../../../domain/policy/fee-policy'
import { changeFeeCollection, type FeeCollectionChange } from '../../../../../domain/use-cases/change-fee-collection'
import { FeeId } from '../../../../../domain/values/ids'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { defineCommandRoute } from '../../route/define-route'
import { answerWithBody, type RouteAnswer, type RouteRequest } from '../../route/route-handler'
import { changeFeeOfRequest, FeePathParameters, ReasonForFee, type FeeInPath } from './fee-of-request'

/** What the decisions of staff on the collection of a fee have in common. */
const forStaff = {
  ...({ method: 'post', tag: 'Fees', roles: staffRoleOnly, params: FeePathParameters } as const),
  answer: objectCodec('FeeCollectionChanged', { fee: FeeId }),
}

const change =
  (request: RouteRequest<FeeInPath, unknown, unknown>) =>
  (command: FeeCollectionChange): TE.TaskEither<HttpFailure, RouteAnswer<FeeInPath>> =>
    pipe(
      changeFeeOfRequest(request)(request.params.fee)((borrower, metadata) =>
        changeFeeCollection(request.library.useCaseDependencies)(borrower, metadata)(command),
      ),
      TE.map(() => answerWithBody(request.params)),
    )

const today = ({ library }: Pick<RouteRequest<unknown, unknown, unknown>, 'library'>) =>
  library.useCaseDependencies.commandHandling.clock.today()

export const requestCollectionNoticeRoute = defineCommandRoute({
  ...forStaff,
  path: '/fees/:fee/collection-notice',
  name: 'requestCollectionNotice',
  summary:
    'Ask for the written notice (varsel) that comes before a fee or bill is passed on for collection: the closing of the day makes it',
  handle: (request) =>
    change(request)({
      type: 'RequestCollectionNotice',
      ...{ fee: request.params.fee, role: 'staff', on: today(request) },
    }),
})

export const recallFromCollectionRoute = defineCommandRoute({
  ...forStaff,
  path: '/fees/:fee/collection-recall',
  name: 'recallFromCollection',
  summary:
    'Take a fee or bill back from collection: it can be paid here again, and is collected only after another notice',
  body: ReasonForFee,
  handle: (request) =>
    change(request)({
      type: 'RecallFromCollection',
      ...{ fee: request.params.fee, reason: request.body.reason, role: 'staff', on: today(request) },
    }),
})

export const renewDebtRoute = defineCommandRoute({
  ...forStaff,
  path: '/fees/:fee/renewal',
  name: 'renewDebt',
  summary:
    'Renew the debt of a fee or bill, so that it is not written off three years after it was levied, but after today',
  body: ReasonForFee,
  handle: (request) => {
    const on = today(request)
    const owedUntil = lastDayOwed(request.library.useCaseDependencies.policy(on).fees)(on)
    return change(request)({
      type: 'RenewDebt',
      ...{ fee: request.params.fee, owedUntil, reason: request.body.reason, role: 'staff', on },
    })
  },
})
