import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { undoReturn } from '../../../../../domain/use-cases/undo-return'
import { BranchId, LoanId, type CopyId } from '../../../../../domain/values/ids'
import { copyById } from '../../../../../projections/copies/copy-queries'
import { loanOfCopyEndedOn } from '../../../../../projections/loans/loan-queries'
import type { LoanRow } from '../../../../../projections/loans/loans-table'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import { failureAboutBodyMember } from '../../problems/failure-about-body-member'
import type { HttpFailure } from '../../problems/http-failure'
import { httpRequestFailure } from '../../problems/http-request-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { readDueDayOfLoan } from '../loans/read-due-day-of-loan'
import { readCaughtUpRows } from '../read-caught-up-rows'
import { CopyPathParameters, ReturnUndoneAnswer } from './copy-answer-codecs'

const UndoReturnBody = objectCodec('UndoReturn', { branch: BranchId }, { loan: LoanId })

/** The loan that ended last today with a return of the copy. When the request names another, the copy was lent since. */
const findReturnedToday = (
  library: RunningLibrary,
  copy: CopyId,
  named: LoanId | undefined,
): TE.TaskEither<HttpFailure, LoanRow> => {
  const today = library.useCaseDependencies.commandHandling.clock.today()
  return pipe(
    readCaughtUpRows(library),
    TE.chain((rows): TE.TaskEither<HttpFailure, LoanRow> => {
      const row = loanOfCopyEndedOn(copy, today)(rows)
      if (copyById(copy)(rows) === undefined) return TE.left(commandRefused({ _tag: 'CopyIsUnknown' }))
      if (row?.end !== 'returned') return TE.left(httpRequestFailure('NoReturnToday'))
      return named === undefined || named === row.loan
        ? TE.right(row)
        : TE.left(failureAboutBodyMember('loan', commandRefused({ _tag: 'CopyWasLentSince' })))
    }),
  )
}

export const undoReturnRoute = defineCommandRoute({
  method: 'post',
  path: '/copies/:copy/return/undo',
  name: 'undoReturn',
  summary:
    'Undo the return of a copy that was scanned by mistake, on the same day and at the same branch: a new loan of the borrower continues the one that ended, with its due day. Whoever waits for the title keeps the place',
  tag: 'Loans',
  roles: staffRoleOnly,
  params: CopyPathParameters,
  body: UndoReturnBody,
  namedInBody: { branch: 'branch' },
  answer: ReturnUndoneAnswer,
  handle: ({ library, origin, params: { copy }, body: { branch, loan: named } }) => {
    const at = library.useCaseDependencies.commandHandling.clock.now()
    return pipe(
      findReturnedToday(library, copy, named),
      TE.chain(({ loan: returned, borrower }) =>
        pipe(
          undoReturn(library.useCaseDependencies)({ copy, returned, borrower, branch, at, origin }),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
      TE.bindTo('undone'),
      TE.bind('dueOn', ({ undone: { loan, events } }) => readDueDayOfLoan(library)(loan, events)),
      TE.map(({ undone: { loan }, dueOn }) => answerWithBody({ copy, loan, dueOn })),
    )
  },
})
