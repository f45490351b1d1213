import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { renewLoan } from '../../../../../domain/use-cases/renew-loan'
import { Instant } from '../../../../../domain/values/instant'
import { staffMachinesAndBorrowers } from '../../access/roles'
import { objectCodec } from '../../codecs/object-codec'
import { resolveActedAt } from '../../request-handling/resolve-acted-at'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { findDueDay } from './find-due-day'
import { findLoan, LoanParameters } from './find-loan'
import { LoanChangedAnswer } from './answer-codecs'

export const renewLoanRoute = defineCommandRoute({
  method: 'post',
  path: '/loans/:loan/renew',
  name: 'renewLoan',
  summary: 'Renew a loan (fornyelse)',
  tag: 'Loans',
  roles: staffMachinesAndBorrowers,
  params: LoanParameters,
  body: objectCodec('RenewLoan', {}, { actedAt: Instant }),
  answer: LoanChangedAnswer,
  handle: (request) =>
    pipe(
      findLoan(request),
      TE.bindTo('row'),
      TE.bind('acted', () => TE.fromEither(resolveActedAt(request)(request.body.actedAt))),
      TE.bind('renewed', ({ row: { loan, copy, title, borrower }, acted }) =>
        pipe(
          renewLoan(request.library.useCaseDependencies)({ ...acted, loan, copy, title, borrower }),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
      TE.bind('dueOn', ({ row, renewed }) => findDueDay(request.library)(row.loan, renewed.events)),
      TE.map(({ row: { loan, copy }, dueOn }) => answerWithBody({ loan, copy, dueOn })),
    ),
})
