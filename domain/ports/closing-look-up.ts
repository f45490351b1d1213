import type { TaskEither } from 'fp-ts/TaskEither'
import type { CountedLoan } from '../calendar/statistics/cells'
import type { RunningLoan } from '../closing/bill-lost-copies'
import type { RunningReservation } from '../closing/expire-reservations'
import type { MonthOfBorrower } from '../closing/mark-seen'
import type { LogName } from '../event/stream'
import type { Unreadable } from '../command-handling/remember'
import type { Day } from '../values/day'
import type { Month } from '../values/month'

/** What a closing looks up. Each answer has passed both logs' ends as they were when asked. */
export interface ClosingLookUp {
  /** Loans that run and are so long overdue on a day that their copies are billed as lost. */
  readonly loansToBill: (day: Day) => TaskEither<Unreadable, ReadonlyArray<RunningLoan>>
  /** Reservations whose interest, or whose pick-up deadline, ends on a day or before it. */
  readonly reservationsEndingBy: (day: Day) => TaskEither<Unreadable, ReadonlyArray<RunningReservation>>
  /** Every loan of a month, as its statistics are counted. */
  readonly loansIn: (month: Month) => TaskEither<Unreadable, ReadonlyArray<CountedLoan>>
  /** Every borrower not yet seen in the half-year of a month, with what they did in the month, and hold and owe now. */
  readonly borrowersIn: (month: Month) => TaskEither<Unreadable, ReadonlyArray<MonthOfBorrower>>
  /** The newest day that is closed, and the newest month in each log; null before the first. */
  readonly lastDayClosed: TaskEither<Unreadable, Day | null>
  readonly lastMonthClosed: (log: LogName) => TaskEither<Unreadable, Month | null>
}
