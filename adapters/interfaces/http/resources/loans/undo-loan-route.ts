import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { undoLoan as undo } from '../../../../../domain/use-cases/undo-loan'
import { BranchId, CopyId, type LoanId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { loanById } from '../../../../../projections/loans/loan-queries'
import type { LoanRow } from '../../../../../projections/loans/loans-table'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import { resolveActedAt } from '../../request-handling/resolve-acted-at'
import { httpRequestFailure } from '../../problems/http-request-failure'
import type { HttpFailure } from '../../problems/http-failure'
import { failureAboutBodyMember } from '../../problems/failure-about-body-member'
import { answerWithBody } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { readPlaceOfCopy } from '../copies/read-place-of-copy'
import { readCaughtUpRows } from '../read-caught-up-rows'
import { LoanPathParameters } from './find-loan-for-caller'
import { LoanUndoneAnswer } from './loan-answer-codecs'

const failureByRow = (row: LoanRow | undefined, copy: CopyId, failure: HttpFailure): HttpFailure => {
  if (row === undefined) return httpRequestFailure('LoanIsUnknown')
  if (row.copy !== copy) return failureAboutBodyMember('copy', httpRequestFailure('LoanIsOfAnotherCopy'))
  return row.endedOn === null ? failure : commandRefused({ _tag: 'LoanIsOver' })
}

/**
 * Says first what is wrong with the loan that the path names: nobody has it, it is forgotten, it is of another copy or
 * it has ended, whatever the state of the copy.
 */
const toFailureOfLoan =
  (library: RunningLibrary, loan: LoanId, copy: CopyId) =>
  (failure: HttpFailure): TE.TaskEither<HttpFailure, never> =>
    pipe(
      failure._tag === 'Refused' &&
        failure.refusal._tag !== 'CopyIsUnknown' &&
        failure.refusal._tag !== 'BranchIsUnknown'
        ? readCaughtUpRows(library)
        : TE.left(failure),
      TE.chain((rows) => TE.left(failureByRow(loanById(loan)(rows), copy, failure))),
    )

export const undoLoanRoute = defineCommandRoute({
  method: 'post',
  path: '/loans/:loan/undo',
  name: 'undoLoan',
  summary: 'Undo a loan that was made by mistake, on the same day, and learn what becomes of the copy',
  tag: 'Loans',
  roles: staffRoleOnly,
  params: LoanPathParameters,
  body: objectCodec('UndoLoan', { copy: CopyId, branch: BranchId }, { actedAt: Instant }),
  namedInBody: { copy: 'copy', branch: 'branch' },
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
          TE.orElseW(toFailureOfLoan(request.library, loan, copy)),
        ),
      ),
      TE.chain(() => readPlaceOfCopy(request.library, copy)),
      TE.map((place) => answerWithBody({ loan, copy, ...place })),
    )
  },
})
