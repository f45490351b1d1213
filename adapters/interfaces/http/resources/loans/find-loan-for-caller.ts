import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { LoanId } from '../../../../../domain/values/ids'
import { loanById } from '../../../../../projections/loans/loan-queries'
import type { LoanRow } from '../../../../../projections/loans/loans-table'
import { requireOwnData } from '../../access/require-own-data'
import { objectCodec } from '../../codecs/object-codec'
import { httpRequestFailure } from '../../problems/http-request-failure'
import type { HttpFailure } from '../../problems/http-failure'
import type { RouteRequest } from '../../route/route-handler'
import { requireFound, readCaughtUpRows } from '../read-caught-up-rows'

export const LoanPathParameters = objectCodec('LoanPath', { loan: LoanId })

/** Finds a loan that runs or is not yet forgotten. Borrowers find their own only. */
export const findLoanForCaller = ({
  caller,
  library,
  params: { loan },
}: Pick<RouteRequest<{ readonly loan: LoanId }, unknown, unknown>, 'caller' | 'library' | 'params'>): TE.TaskEither<
  HttpFailure,
  LoanRow
> =>
  pipe(
    readCaughtUpRows(library),
    TE.map(loanById(loan)),
    TE.chainFirstEitherK((row) => requireOwnData(caller)(row?.borrower)),
    TE.chainEitherK(requireFound<LoanRow>(httpRequestFailure('LoanIsUnknown'))),
  )
