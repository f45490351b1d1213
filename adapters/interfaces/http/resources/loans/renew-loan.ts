import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { isOfflineAct } from '../../../../../domain/use-cases/is-offline-act'
import { recordOfflineRenewal } from '../../../../../domain/use-cases/record-offline-renewal'
import { renewLoan, type RenewLoanRequest } from '../../../../../domain/use-cases/renew-loan'
import type { UseCaseDependencies } from '../../../../../domain/use-cases/use-case-dependencies'
import { Instant } from '../../../../../domain/values/instant'
import { staffMachinesAndBorrowers } from '../../access/roles'
import { objectCodec } from '../../codecs/object-codec'
import { resolveActedAt } from '../../request-handling/resolve-acted-at'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { recordActNotRun } from '../offline-cases/record-act-not-run'
import { readDueDayOfLoan } from './read-due-day-of-loan'
import { findLoan, LoanParameters } from './find-loan'
import { LoanChangedAnswer } from './answer-codecs'

/** A renewal of more than a minute ago has happened at a machine that was offline: it is recorded. */
const renewNowOrThen =
  (dependencies: UseCaseDependencies) =>
  (renewal: RenewLoanRequest): ReturnType<ReturnType<typeof renewLoan>> => {
    const run = isOfflineAct(dependencies.commandHandling.clock)(renewal.at) ? recordOfflineRenewal : renewLoan
    return run(dependencies)(renewal)
  }

export const renewLoanRoute = defineCommandRoute({
  method: 'post',
  path: '/loans/:loan/renew',
  name: 'renewLoan',
  summary:
    'Renew a loan (fornyelse). A renewal whose actedAt is more than a minute ago is recorded, never denied; staff see what it was against',
  tag: 'Loans',
  roles: staffMachinesAndBorrowers,
  params: LoanParameters,
  body: objectCodec('RenewLoan', {}, { actedAt: Instant }),
  answer: LoanChangedAnswer,
  handle: (request) =>
    pipe(
      findLoan(request),
      TE.bindTo('row'),
      TE.bind('metadata', ({ row: { copy } }) =>
        pipe(
          TE.fromEither(resolveActedAt(request)(request.body.actedAt)),
          recordActNotRun(request, copy, { act: 'renewal', at: request.body.actedAt, branch: null, presented: null }),
        ),
      ),
      TE.bind('renewed', ({ row: { loan, copy, title, borrower }, metadata }) =>
        pipe(
          renewNowOrThen(request.library.useCaseDependencies)({ ...metadata, loan, copy, title, borrower }),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
      TE.bind('dueOn', ({ row, renewed }) => readDueDayOfLoan(request.library)(row.loan, renewed.events)),
      TE.map(({ row: { loan, copy }, dueOn }) => answerWithBody({ loan, copy, dueOn })),
    ),
})
