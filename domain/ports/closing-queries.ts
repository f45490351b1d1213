import type { TaskEither } from 'fp-ts/TaskEither'
import type { PageOfItemsToCount } from '../calendar/statistics/item-to-count'
import type { CountedKind } from '../calendar/statistics/statistics-tables'
import type { RunningLoanAtClosing } from '../closing/follow-ups-to-bill-lost-copies'
import type { ReservationOfDeceased } from '../closing/follow-ups-to-end-reservations-of-deceased'
import type { ActiveReservation } from '../closing/follow-ups-to-expire-reservations'
import type { EndingParallelReservation } from '../closing/follow-ups-to-end-parallel-reservations'
import type { ReservedCopyAtClosing } from '../closing/follow-ups-to-release-expired-set-asides'
import type { BorrowerActivityInMonth } from '../closing/mark-seen-commands-of-active-borrowers'
import type { ReservationAtBranch } from '../closing/follow-ups-to-move-reservations-of-closed-branches'
import type { AbsenceOverAtClosing } from '../closing/end-absence-commands-of-month'
import type { GuardianshipOverAtClosing } from '../closing/end-guardianship-commands-of-month'
import type { ConsentingBorrower } from '../closing/history-commands-of-month'
import type { MadeByClosing } from '../closing/made-by-closing'
import type { MessageInMonth } from '../closing/message-counts-of-month'
import type { MessageCause } from '../closing/messages-of-day'
import type { AccessInMonth } from '../closing/write-view-commands-of-month'
import type { LogName } from '../event/stream'
import type { EventReadError } from '../command-handling/open-event'
import type { Day } from '../values/day'
import type { BorrowerId, BranchId, FeeId, TitleId } from '../values/ids'
import type { Month } from '../values/month'

/** The queries of the closings. Each answer includes all events that both logs held when it was asked. */
export interface ClosingQueries {
  /** Loans so long overdue on a day that their copies are billed as lost. */
  readonly loansToBill: (day: Day) => TaskEither<EventReadError, ReadonlyArray<RunningLoanAtClosing>>
  /** Loans that were claimed returned and whose latest end is on or before a day. */
  readonly claimsEndingBy: (day: Day) => TaskEither<EventReadError, ReadonlyArray<RunningLoanAtClosing>>
  /** Unsettled fees that are owed until a day, or an earlier one. */
  readonly feesOwedUntil: (day: Day) => TaskEither<EventReadError, ReadonlyArray<FeeId>>
  /** Reservations whose interest period or pick-up deadline ends on or before a day. */
  readonly reservationsEndingBy: (day: Day) => TaskEither<EventReadError, ReadonlyArray<ActiveReservation>>
  /** Reservations whose borrower has borrowed another title of the same parallel reservation. */
  readonly parallelReservationsToEnd: TaskEither<EventReadError, ReadonlyArray<EndingParallelReservation>>
  /** The reservations of borrowers who have died. */
  readonly reservationsOfDeceased: TaskEither<EventReadError, ReadonlyArray<ReservationOfDeceased>>
  /** Copies whose set-aside ends at the latest on or before a day. */
  readonly setAsidesEndingBy: (day: Day) => TaskEither<EventReadError, ReadonlyArray<ReservedCopyAtClosing>>
  /** Titles that somebody waits for, and is not absent, while a copy stands on a shelf. */
  readonly titlesToServe: TaskEither<EventReadError, ReadonlyArray<TitleId>>
  /** Reservations to be picked up at one of these branches, which have not ended. */
  readonly reservationsAt: (
    branches: ReadonlyArray<BranchId>,
  ) => TaskEither<EventReadError, ReadonlyArray<ReservationAtBranch>>
  /** Why borrowers are written to when a day is closed; nothing while an import tells what another system has done. */
  readonly messageCausesOf: (day: Day) => TaskEither<EventReadError, ReadonlyArray<MessageCause>>
  /** Whether the closing of a day, or of its month, has made a record for a borrower already. */
  readonly isMadeByClosing: (closing: Day, made: MadeByClosing) => TaskEither<EventReadError, boolean>
  /** The messages of a month that were not given up. */
  readonly messagesIn: (month: Month) => TaskEither<EventReadError, ReadonlyArray<MessageInMonth>>
  /** The openings of records that the closings of a month recorded. */
  readonly accessesIn: (month: Month) => TaskEither<EventReadError, ReadonlyArray<AccessInMonth>>
  /** Whether an import tells what another system has done. */
  readonly isImportUnderWay: TaskEither<EventReadError, boolean>
  /** A page of what the statistics of a month count. `after` is the `next` of the page before; null for the first. */
  readonly itemsToCount: (
    month: Month,
    of: CountedKind,
    after: string | null,
  ) => TaskEither<EventReadError, PageOfItemsToCount>
  /**
   * Each borrower not yet seen in the half-year of a month: what they did in the month, and what they hold and owe now.
   */
  readonly borrowersIn: (month: Month) => TaskEither<EventReadError, ReadonlyArray<BorrowerActivityInMonth>>
  /** The borrowers who have died and are not erased. */
  readonly deceasedBorrowers: TaskEither<EventReadError, ReadonlyArray<BorrowerId>>
  /** Each borrower with a consent to a loan history, and the titles that they were lent in a month, after that of the consent. */
  readonly consentingBorrowers: (month: Month) => TaskEither<EventReadError, ReadonlyArray<ConsentingBorrower>>
  /** The absence periods of registered borrowers whose last day is on or before a day. */
  readonly absencesEndingBy: (day: Day) => TaskEither<EventReadError, ReadonlyArray<AbsenceOverAtClosing>>
  /** The guardianships of borrowers who are of age on a day, and owe no fee that was levied before they were. */
  readonly guardianshipsEndingBy: (day: Day) => TaskEither<EventReadError, ReadonlyArray<GuardianshipOverAtClosing>>
  /** How many papers of guardianships that ended in a month are still to be destroyed. */
  readonly guardianPapersEndedIn: (month: Month) => TaskEither<EventReadError, number>
  /** The latest closed day, and the latest closed month of each log; null before the first. */
  readonly lastDayClosed: TaskEither<EventReadError, Day | null>
  readonly lastMonthClosed: (log: LogName) => TaskEither<EventReadError, Month | null>
}
