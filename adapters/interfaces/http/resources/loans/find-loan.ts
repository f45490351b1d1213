import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { LoanId } from '../../../../../domain/values/ids'
import { loanById } from '../../../../../projections/loans/queries'
import type { Loan } from '../../../../../projections/loans/rows'
import { ownOnly } from '../../access/own'
import { shape } from '../../codecs/shape'
import { edge } from '../../problems/edge-failure'
import type { Failure } from '../../problems/failure'
import type { Call } from '../../route/call'
import { found, rowsNow } from '../ready'

export const LoanPath = shape('LoanPath', { loan: LoanId })

/** A loan that runs or is remembered; a borrower finds their own only. */
export const findLoan = ({
  caller,
  system,
  params: { loan },
}: Pick<Call<{ readonly loan: LoanId }, unknown, unknown>, 'caller' | 'system' | 'params'>): TE.TaskEither<
  Failure,
  Loan
> =>
  pipe(
    rowsNow(system),
    TE.map(loanById(loan)),
    TE.chainFirstEitherK((row) => ownOnly(caller)(row?.borrower)),
    TE.chainEitherK(found<Loan>(edge('LoanIsUnknown'))),
  )
