import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { lend } from '../../../../../domain/use-cases/lend'
import { BorrowerId, BranchId, CopyId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { deskAndMachines } from '../../access/roles'
import { shape } from '../../codecs/shape'
import { actedAt } from '../../edge/acted-at'
import type { Failure } from '../../problems/failure'
import { answered } from '../../route/call'
import { command } from '../../route/define'
import { dueDayOf } from './due-day'
import { LoanChanged } from './views'

const NewLoan = shape('NewLoan', { copy: CopyId, borrower: BorrowerId, branch: BranchId }, { actedAt: Instant })

export const lendCopy = command({
  method: 'post',
  path: '/loans',
  name: 'lendCopy',
  about: 'Lend a copy to a borrower (udlån)',
  area: 'Loans',
  roles: deskAndMachines,
  body: NewLoan,
  status: 201,
  answer: LoanChanged,
  handle: (call) =>
    pipe(
      TE.fromEither(actedAt(call)(call.body.actedAt)),
      TE.chain((acted) =>
        pipe(
          lend(call.system.library)({ ...call.body, ...acted }),
          TE.mapLeft((failure): Failure => failure),
        ),
      ),
      TE.bindTo('lent'),
      TE.bind('dueOn', ({ lent }) => dueDayOf(call.system)(lent.loan, lent.events)),
      TE.map(({ lent: { loan }, dueOn }) => answered({ loan, copy: call.body.copy, dueOn })),
    ),
})
