import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { undoLoan as undo } from '../../../../../domain/use-cases/undo-loan'
import { BranchId, CopyId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { staffOnly } from '../../access/roles'
import { objectCodec } from '../../codecs/object-codec'
import { resolveActedAt } from '../../request-handling/resolve-acted-at'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWith } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { LoanParameters } from './find-loan'
import { LoanUndoneAnswer } from './answer-codecs'

export const undoLoanRoute = defineCommandRoute({
  method: 'post',
  path: '/loans/:loan/undo',
  name: 'undoLoan',
  summary: 'Undo a loan that was made by mistake, on the same day',
  tag: 'Loans',
  roles: staffOnly,
  params: LoanParameters,
  body: objectCodec('UndoLoan', { copy: CopyId, branch: BranchId }, { actedAt: Instant }),
  answer: LoanUndoneAnswer,
  handle: (request) => {
    const { copy, branch } = request.body
    const { loan } = request.params
    return pipe(
      TE.fromEither(resolveActedAt(request)(request.body.actedAt)),
      TE.chain((metadata) =>
        pipe(
          undo(request.library.useCaseDependencies)({ ...metadata, loan, copy, branch }),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
      TE.map(() => answerWith({ loan, copy })),
    )
  },
})
