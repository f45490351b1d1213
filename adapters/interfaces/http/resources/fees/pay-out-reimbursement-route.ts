import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { payOutReimbursement } from '../../../../../domain/use-cases/pay-out-reimbursement'
import { BranchId, FeeId } from '../../../../../domain/values/ids'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { OrderId } from '../../codecs/text-pattern-codecs'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { requireKnownBranchIfNamed } from '../policy/require-known-branch'
import { changeFeeOfRequest, ReimbursementPathParameters } from './fee-of-request'

/** The caller names a reimbursement, and does not hear of a fee. */
const asReimbursement = (failure: HttpFailure): HttpFailure =>
  failure._tag === 'Refused' && (failure.refusal._tag === 'FeeIsUnknown' || failure.refusal._tag === 'FeeIsSettled')
    ? commandRefused({ _tag: failure.refusal._tag, isReimbursement: true })
    : failure

/** The order id is the idempotency key: an order is one payout. */
export const payOutReimbursementRoute = defineCommandRoute({
  method: 'post',
  path: '/reimbursements/:reimbursement/payout',
  name: 'payOutReimbursement',
  summary: 'Record that a reimbursement was paid out, whole; the order id is the idempotency key',
  tag: 'Fees',
  roles: staffRoleOnly,
  params: ReimbursementPathParameters,
  body: objectCodec('NewPayout', { order: OrderId }, { branch: BranchId }),
  answer: objectCodec('ReimbursementPaidOut', { reimbursement: FeeId }),
  handle: (request) => {
    const { params, body, library } = request
    const { reimbursement } = params
    return pipe(
      TE.fromEither(requireKnownBranchIfNamed(library)(body.branch)),
      TE.chain(() =>
        changeFeeOfRequest(request)(reimbursement)((borrower, { at }) =>
          payOutReimbursement(library.useCaseDependencies)({
            ...{ ...body, reimbursement, borrower, role: 'staff', at },
            origin: { _tag: 'KeyedToday', key: `payout\n${body.order}` },
          }),
        ),
      ),
      TE.mapLeft(asReimbursement),
      TE.map(() => answerWithBody({ reimbursement })),
    )
  },
})
