import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { lendCopy } from '../../../../../domain/use-cases/lend-copy'
import { BorrowerId, BranchId, CopyId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { staffAndMachines } from '../../access/roles'
import { objectCodec } from '../../codecs/object-codec'
import { resolveActedAt } from '../../request-handling/resolve-acted-at'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { findDueDay } from './find-due-day'
import { LoanChangedAnswer } from './answer-codecs'

const NewLoanBody = objectCodec(
  'NewLoan',
  { copy: CopyId, borrower: BorrowerId, branch: BranchId },
  { actedAt: Instant },
)

export const lendCopyRoute = defineCommandRoute({
  method: 'post',
  path: '/loans',
  name: 'lendCopy',
  summary: 'Lend a copy to a borrower (udlån)',
  tag: 'Loans',
  roles: staffAndMachines,
  body: NewLoanBody,
  namedInBody: { copy: 'copy', borrower: 'borrower', branch: 'branch' },
  status: 201,
  answer: LoanChangedAnswer,
  handle: (request) =>
    pipe(
      TE.fromEither(resolveActedAt(request)(request.body.actedAt)),
      TE.chain((metadata) =>
        pipe(
          lendCopy(request.library.useCaseDependencies)({ ...request.body, ...metadata }),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
      TE.bindTo('lent'),
      TE.bind('dueOn', ({ lent }) => findDueDay(request.library)(lent.loan, lent.events)),
      TE.map(({ lent: { loan }, dueOn }) => answerWithBody({ loan, copy: request.body.copy, dueOn })),
    ),
})
