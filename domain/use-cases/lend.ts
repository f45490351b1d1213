import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/refusal'
import { addressOf } from '../command-handling/aggregate'
import { handle } from '../command-handling/handle'
import { dayOf } from '../values/instant'
import type { BorrowerId, BranchId, CopyId, LoanId, StatisticsId } from '../values/ids'
import { monthOf } from '../values/month'
import type { Answer } from './answer'
import { atGate } from './at-gate'
import type { Library } from './library'
import type { Acted } from './origin'
import { withIds } from './under-key'

/** A borrower takes a copy home from a branch. */
export interface Lending extends Acted {
  readonly copy: CopyId
  readonly borrower: BorrowerId
  readonly branch: BranchId
}

/** Lends a copy at the borrower's gate, so that limits are hard. */
export const lend =
  (library: Library) =>
  ({ copy, borrower, branch, at, origin }: Lending): Answer<CopyRefusal, CopyEvent, { readonly loan: LoanId }> => {
    const aggregate = copyAggregate(library.policy)
    return withIds(library)({ at, origin }, () => addressOf(aggregate)(copy))((ids) => {
      const loan = ids.next('loan') as LoanId
      const lendWith = (statistics: StatisticsId) =>
        pipe(
          library.lookUp.standing(borrower),
          TE.chainW((standing) =>
            handle(library.desk)(aggregate)(copy, ids.cause)({ type: 'Lend', loan, statistics, standing, branch, at }),
          ),
          TE.map((handled) => ({ ...handled, loan })),
          atGate(library)(borrower),
        )
      return pipe(library.scopes.statisticsOf(monthOf(dayOf(at))), TE.chainW(lendWith))
    })
  }
