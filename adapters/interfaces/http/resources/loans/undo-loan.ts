import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { undoLoan as undo } from '../../../../../domain/use-cases/undo-loan'
import { BranchId, CopyId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { desk } from '../../access/roles'
import { shape } from '../../codecs/shape'
import { actedAt } from '../../edge/acted-at'
import type { Failure } from '../../problems/failure'
import { answered } from '../../route/call'
import { command } from '../../route/define'
import { LoanPath } from './find-loan'
import { LoanEnded } from './views'

export const undoLoan = command({
  method: 'post',
  path: '/loans/:loan/undo',
  name: 'undoLoan',
  about: 'Undo a loan made by mistake, on the day it was made',
  area: 'Loans',
  roles: desk,
  params: LoanPath,
  body: shape('UndoLoan', { copy: CopyId, branch: BranchId }, { actedAt: Instant }),
  answer: LoanEnded,
  handle: (call) => {
    const { copy, branch } = call.body
    const { loan } = call.params
    return pipe(
      TE.fromEither(actedAt(call)(call.body.actedAt)),
      TE.chain((acted) =>
        pipe(
          undo(call.system.library)({ ...acted, loan, copy, branch }),
          TE.mapLeft((failure): Failure => failure),
        ),
      ),
      TE.map(() => answered({ loan, copy })),
    )
  },
})
