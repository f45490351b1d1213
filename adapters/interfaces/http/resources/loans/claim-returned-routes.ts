import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { changeCopy } from '../../../../../domain/use-cases/change-copy'
import { CopyId, LoanId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import { resolveActedAt } from '../../request-handling/resolve-acted-at'
import type { HttpFailure } from '../../problems/http-failure'
import type { RouteAnswer, RouteRequest } from '../../route/route-handler'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { findLoanForCaller, LoanPathParameters } from './find-loan-for-caller'

interface LoanInPath {
  readonly loan: LoanId
}

const changeLoan =
  (type: 'ClaimReturned' | 'WithdrawReturnClaim', actedAt: Instant | undefined) =>
  (
    request: RouteRequest<LoanInPath, unknown, unknown>,
  ): TE.TaskEither<HttpFailure, RouteAnswer<LoanInPath & { readonly copy: CopyId }>> =>
    pipe(
      findLoanForCaller(request),
      TE.bindTo('row'),
      TE.bind('acted', () => TE.fromEither(resolveActedAt(request)(actedAt))),
      TE.chainFirst(({ row: { loan, copy }, acted }) =>
        pipe(
          changeCopy(request.library.useCaseDependencies)(copy, acted)({ type, loan, at: acted.at }),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
      TE.map(({ row: { loan, copy } }) => answerWithBody({ loan, copy })),
    )

const ofOneLoan = {
  ...({
    path: '/loans/:loan/claimed-returned',
    tag: 'Loans',
    roles: staffRoleOnly,
    params: LoanPathParameters,
  } as const),
  answer: objectCodec('LoanOfCopy', { loan: LoanId, copy: CopyId }),
}

export const claimReturnedRoute = defineCommandRoute({
  ...ofOneLoan,
  method: 'post',
  name: 'claimReturned',
  summary: 'Record that the borrower says the copy was returned; it is searched for and not billed',
  body: objectCodec('ReturnClaim', {}, { actedAt: Instant }),
  handle: (request) => changeLoan('ClaimReturned', request.body.actedAt)(request),
})

export const withdrawReturnClaimRoute = defineCommandRoute({
  ...ofOneLoan,
  method: 'delete',
  name: 'withdrawReturnClaim',
  summary: 'Withdraw a claim that was recorded by mistake; the loan is billed in its time',
  handle: changeLoan('WithdrawReturnClaim', undefined),
})
