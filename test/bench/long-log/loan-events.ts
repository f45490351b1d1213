import { textOfContinuedLoan } from '../../../domain/copy/continued-loan'
import { textOfRefusalOverride } from '../../../domain/policy/refusal-override'
import { LoanReturned } from '../../../domain/copy/events/loan-returned'
import { LoanStarted } from '../../../domain/copy/events/loan-started'
import type { AnyEvent } from '../../../domain/event/define-event'
import { addDays, type Day } from '../../../domain/values/day'
import type { BorrowerId, CopyId, LoanId, StatisticsId, TitleId } from '../../../domain/values/ids'
import { noonOf } from '../../../domain/values/instant'
import { benchBranch } from '../lend/bench-branch'

/** A loan that began and ended on the same day. */
export interface PastLoan {
  readonly loan: LoanId
  readonly statistics: StatisticsId
  readonly copy: CopyId
  readonly title: TitleId
  readonly borrower: BorrowerId
  readonly returnedOn: Day
}

/** The two events of a past loan. */
export const loanEvents = ({
  loan,
  statistics,
  copy,
  title,
  borrower,
  returnedOn,
}: PastLoan): ReadonlyArray<AnyEvent> => {
  const loanOfCopy = { loan, copy, title, branch: benchBranch }
  const groups = { borrowerGroup: 'adult', ageClass: 'adult' } as const
  const sealed = { borrower, dueOn: addDays(30)(returnedOn), name: 'Pelle', ...groups }
  const at = noonOf(returnedOn)
  const [override, continues] = [textOfRefusalOverride(null), textOfContinuedLoan(null)]
  return [
    LoanStarted(
      { ...loanOfCopy, statistics, lentOn: returnedOn },
      {
        loan: { ...sealed, lentAt: at, fulfils: false, against: [], override, continues },
        statistics: { ...groups, municipality: null },
      },
    ),
    LoanReturned({ ...loanOfCopy, returnedOn }, { loan: { ...sealed, lentOn: returnedOn, returnedAt: at } }),
  ]
}
