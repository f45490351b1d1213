import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CopyEvent } from '../../../../../domain/copy/copy-event'
import type { Day } from '../../../../../domain/values/day'
import type { LoanId } from '../../../../../domain/values/ids'
import { loanById } from '../../../../../projections/loans/queries'
import type { Loan } from '../../../../../projections/loans/rows'
import type { System } from '../../../../processes/running/system'
import { edge } from '../../problems/edge-failure'
import type { Failure } from '../../problems/failure'
import { found, rowsNow } from '../ready'

const inEvents = (events: ReadonlyArray<CopyEvent>): Day | undefined =>
  events.flatMap((event) =>
    (event.type === 'LoanStarted' || event.type === 'LoanRenewed') && event.sealed.loan._tag === 'Plain'
      ? [event.sealed.loan.value.dueOn]
      : [],
  )[0]

/** When a loan is due: as the command has just decided, or, when it was a repeat, as it stands. */
export const dueDayOf =
  (system: System) =>
  (loan: LoanId, events: ReadonlyArray<CopyEvent>): TE.TaskEither<Failure, Day> => {
    const decided = inEvents(events)
    return decided !== undefined
      ? TE.right(decided)
      : pipe(
          rowsNow(system),
          TE.map(loanById(loan)),
          TE.chainEitherK(found<Loan>(edge('LoanIsUnknown'))),
          TE.map(({ dueOn }) => dueOn),
        )
  }
