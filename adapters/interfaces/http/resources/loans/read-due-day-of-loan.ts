import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import type { CopyEvent } from '../../../../../domain/copy/copy-event'
import type { Day } from '../../../../../domain/values/day'
import type { LoanId } from '../../../../../domain/values/ids'
import { loanById } from '../../../../../projections/loans/loan-queries'
import { withEffectiveDueDay } from '../../../../../projections/loans/loan-with-effective-due-day'
import type { LoanRow } from '../../../../../projections/loans/loans-table'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { HttpFailure } from '../../problems/http-failure'
import { deadlineToday } from '../deadline-today'
import { requireFound, readCaughtUpRows } from '../read-caught-up-rows'

const dueDayInEvents = (events: ReadonlyArray<CopyEvent>): Day | undefined =>
  events.flatMap((event) =>
    (event.type === 'LoanStarted' || event.type === 'PastLoanRecorded' || event.type === 'LoanRenewed') &&
    event.sealed.loan._tag === 'Plain'
      ? [event.sealed.loan.value.dueOn]
      : [],
  )[0]

/**
 * The due day of a loan: from the events of the command, or from the rows when the command was a repeat. A repeat
 * answers 410 when the loan has been forgotten since.
 */
export const readDueDayOfLoan =
  (library: RunningLibrary) =>
  (loan: LoanId, events: ReadonlyArray<CopyEvent>): TE.TaskEither<HttpFailure, Day> => {
    const decidedDueDay = dueDayInEvents(events)
    return decidedDueDay !== undefined
      ? TE.right(decidedDueDay)
      : pipe(
          readCaughtUpRows(library),
          TE.map(loanById(loan)),
          TE.chainEitherK(requireFound<LoanRow>(commandRefused({ _tag: 'LoanIsForgotten' }))),
          TE.map((row) => withEffectiveDueDay(deadlineToday(library))(row).dueOn),
        )
  }
