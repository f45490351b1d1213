import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { renew } from '../../../../../domain/use-cases/renew'
import { Instant } from '../../../../../domain/values/instant'
import { deskMachinesAndOwn } from '../../access/roles'
import { shape } from '../../codecs/shape'
import { actedAt } from '../../edge/acted-at'
import type { Failure } from '../../problems/failure'
import { answered } from '../../route/call'
import { command } from '../../route/define'
import { dueDayOf } from './due-day'
import { findLoan, LoanPath } from './find-loan'
import { LoanChanged } from './views'

export const renewLoan = command({
  method: 'post',
  path: '/loans/:loan/renew',
  name: 'renewLoan',
  about: 'Let a loan run longer (fornyelse)',
  area: 'Loans',
  roles: deskMachinesAndOwn,
  params: LoanPath,
  body: shape('RenewLoan', {}, { actedAt: Instant }),
  answer: LoanChanged,
  handle: (call) =>
    pipe(
      findLoan(call),
      TE.bindTo('row'),
      TE.bind('acted', () => TE.fromEither(actedAt(call)(call.body.actedAt))),
      TE.bind('renewed', ({ row: { loan, copy, title, borrower }, acted }) =>
        pipe(
          renew(call.system.library)({ ...acted, loan, copy, title, borrower }),
          TE.mapLeft((failure): Failure => failure),
        ),
      ),
      TE.bind('dueOn', ({ row, renewed }) => dueDayOf(call.system)(row.loan, renewed.events)),
      TE.map(({ row: { loan, copy }, dueOn }) => answered({ loan, copy, dueOn })),
    ),
})
