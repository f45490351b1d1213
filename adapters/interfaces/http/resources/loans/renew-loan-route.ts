import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { isOfflineAct } from '../../../../../domain/use-cases/is-offline-act'
import { recordOfflineRenewal } from '../../../../../domain/use-cases/record-offline-renewal'
import { renewLoan, type RenewLoanRequest as Renewal } from '../../../../../domain/use-cases/renew-loan'
import type { UseCaseDependencies } from '../../../../../domain/use-cases/use-case-dependencies'
import type { LoanRow } from '../../../../../projections/loans/loans-table'
import { staffMachinesAndBorrowers } from '../../access/caller-roles-of-routes'
import { resolveActedAt } from '../../request-handling/resolve-acted-at'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { recordUnmatchedActIfTimeIsRefused } from '../offline-cases/record-unmatched-act-if-time-is-refused'
import { resolveOverrideReason } from '../override-reason'
import { findLoanForCaller, LoanPathParameters } from './find-loan-for-caller'
import { LoanRenewedAnswer } from './loan-answer-codecs'
import { RenewLoanBody, type RenewLoanRouteRequest } from './renew-loan-route-request'
import { answerRenewalOfUnknownLoan } from './answer-renewal-of-unknown-loan'
import { renewalAnswer } from './renewal-answer'

/** A renewal of more than a minute ago has happened at a machine that was offline: it is recorded. */
const renewNowOrThen =
  (dependencies: UseCaseDependencies) =>
  (renewal: Renewal): ReturnType<ReturnType<typeof renewLoan>> => {
    const run = isOfflineAct(dependencies.commandHandling.clock)(renewal.at) ? recordOfflineRenewal : renewLoan
    return run(dependencies)(renewal)
  }

const renewKnownLoan = (request: RenewLoanRouteRequest, { loan, copy, title, borrower }: LoanRow) => {
  const { actedAt: at, overrideReason } = request.body
  return pipe(
    TE.fromEither(resolveActedAt(request)(at)),
    TE.chainFirstEitherK((metadata) => resolveOverrideReason(request)(metadata.at, overrideReason)),
    recordUnmatchedActIfTimeIsRefused(request, copy, { act: 'renewal', at, branch: null, presented: null }),
    TE.chain((metadata) =>
      pipe(
        renewNowOrThen(request.library.useCaseDependencies)({
          ...{ ...metadata, loan, copy, title, borrower, overrideReason },
        }),
        TE.mapLeft((failure): HttpFailure => failure),
      ),
    ),
    TE.chain(({ events }) => renewalAnswer(request.library)(loan, copy, events)),
  )
}

/** The loan; undefined when the library does not know it. */
const findLoanIfKnown = (request: RenewLoanRouteRequest): TE.TaskEither<HttpFailure, LoanRow | undefined> =>
  pipe(
    findLoanForCaller(request),
    TE.orElseW((failure) => (failure._tag === 'LoanIsUnknown' ? TE.right(undefined) : TE.left(failure))),
  )

export const renewLoanRoute = defineCommandRoute({
  method: 'post',
  path: '/loans/:loan/renew',
  name: 'renewLoan',
  summary:
    'Renew a loan (fornyelse). A renewal whose actedAt is more than a minute ago is recorded, never denied, and the answer says against what. When the library does not know the loan any more, because it was undone or is forgotten, the renewal is a case for staff; that of a forgotten loan must name the copy. Staff may override a denial that says `mayBeOverridden`, with a reason',
  tag: 'Loans',
  roles: staffMachinesAndBorrowers,
  params: LoanPathParameters,
  body: RenewLoanBody,
  answer: LoanRenewedAnswer,
  handle: (request) =>
    pipe(
      findLoanIfKnown(request),
      TE.chain((row) => (row === undefined ? answerRenewalOfUnknownLoan(request) : renewKnownLoan(request, row))),
      TE.map(answerWithBody),
    ),
})
