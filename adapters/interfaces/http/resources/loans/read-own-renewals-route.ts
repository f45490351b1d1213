import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type * as t from 'io-ts'
import { checkRenewal, type RenewalCheck } from '../../../../../domain/use-cases/check-renewal'
import { Day } from '../../../../../domain/values/day'
import { LoanId, type BorrowerId } from '../../../../../domain/values/ids'
import { isLoanRunning, loansOfBorrower } from '../../../../../projections/loans/loan-queries'
import type { LoanRow } from '../../../../../projections/loans/loans-table'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { requireCallingBorrower } from '../../access/require-calling-borrower'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { reasonOfDeniedRenewal, RenewalDenialReason } from '../../problems/refusal-reasons'
import { defineReadRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'
import { checkBorrowerExists } from '../borrowers/check-borrower-exists'

const loanValue = personalValueCodec('loan')

const RenewalOfLoanAnswer = objectCodec('RenewalOfLoan', {
  loan: loanValue(LoanId),
  newDueOn: loanValue(nullableCodec(Day)),
  because: loanValue(nullableCodec(RenewalDenialReason)),
  renewableFrom: loanValue(nullableCodec(Day)),
})
type RenewalOfLoanAnswer = t.TypeOf<typeof RenewalOfLoanAnswer>

const toAnswer = (loan: LoanId, check: RenewalCheck): RenewalOfLoanAnswer => {
  if (E.isRight(check)) return { loan, newDueOn: check.right ?? null, because: null, renewableFrom: null }
  if (check.left._tag !== 'RenewalIsDenied')
    return { loan, newDueOn: null, because: 'otherReason', renewableFrom: null }
  const renewableFrom = check.left.why?._tag === 'TooEarly' ? check.left.why.renewableFrom : null
  return { loan, newDueOn: null, because: reasonOfDeniedRenewal(check.left), renewableFrom }
}

const checkLoan =
  ({ useCaseDependencies }: RunningLibrary, borrower: BorrowerId) =>
  ({ loan, copy, title }: LoanRow): TE.TaskEither<HttpFailure, RenewalOfLoanAnswer> =>
    pipe(
      checkRenewal(useCaseDependencies)({
        ...{ loan, copy, title, borrower, at: useCaseDependencies.commandHandling.clock.now() },
      }),
      TE.bimap(
        (failure): HttpFailure => failure,
        (check) => toAnswer(loan, check),
      ),
    )

export const readOwnRenewalsRoute = defineReadRoute({
  path: '/me/renewals',
  name: 'readMyRenewals',
  summary:
    'Read of each own loan whether it can be renewed (fornyelse) now: the new due day, or what stands in the way',
  tag: 'Loans',
  roles: ['borrower'],
  answer: objectCodec('Renewals', { renewals: listCodec(RenewalOfLoanAnswer) }),
  extraStatuses: [404],
  handle: ({ caller, library }) =>
    pipe(
      TE.fromEither(requireCallingBorrower(caller)),
      TE.chainFirst(checkBorrowerExists(library)),
      TE.flatMap((borrower) =>
        TE.traverseSeqArray(checkLoan(library, borrower))(
          loansOfBorrower(borrower)(library.rows).filter(isLoanRunning),
        ),
      ),
      TE.map((renewals) => answerWithBody({ renewals })),
    ),
})
