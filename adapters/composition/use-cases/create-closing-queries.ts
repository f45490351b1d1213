import { setImmediate } from 'node:timers/promises'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { BorrowerActivityInMonth } from '../../../domain/closing/mark-seen-commands-of-active-borrowers'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import { addDays } from '../../../domain/values/day'
import { noObligations } from '../../../domain/policy/borrower-obligations'
import { halfYearOfMonth, lastDayOfMonth, type Month } from '../../../domain/values/month'
import { effectiveDeadline } from '../../../domain/policy/effective-deadline'
import type { PolicyByDay } from '../../../domain/policy/policy-by-day'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { ClosingQueries } from '../../../domain/ports/closing-queries'
import { accessesInMonth } from '../../../projections/accesses/access-queries'
import { absencesEndingBy } from '../../../projections/absences/absence-queries'
import {
  borrowersActiveIn,
  borrowersWithRecords,
  inactivityCountedFrom,
} from '../../../projections/activity/borrower-activity-queries'
import { pageOfBorrowers } from '../../../projections/borrowers/borrower-record-queries'
import { deceasedBorrowers } from '../../../projections/borrowers/deceased-borrowers'
import type { BorrowerRow } from '../../../projections/borrowers/borrower-tables'
import { itemsToCount } from '../../../projections/activity/items-to-count/items-to-count'
import { isImportUnderWay, lastClosedDay, lastClosedMonth } from '../../../projections/calendar/calendar-queries'
import { feesOwedUntil } from '../../../projections/fees/collection-queries'
import { countGuardianPapersEndedIn } from '../../../projections/guardians/unconfirmed-guardian-papers'
import { guardianshipsEndingBy } from '../../../projections/guardians/guardianships-ending'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import { consentingBorrowersWithTitlesLentIn } from '../../../projections/loan-histories/loan-history-queries'
import { claimedLoansEndingBy } from '../../../projections/loans/claimed-loans'
import { loansToBill } from '../../../projections/loans/overdue-loans'
import { messagesInMonth } from '../../../projections/message-counts/message-count-queries'
import { isMadeByClosing } from '../../../projections/messages/is-made-by-closing'
import { messageCausesOfDay } from '../../../projections/messages/message-causes'
import { parallelReservationsToEnd } from '../../../projections/queue/parallel-reservations'
import {
  reservationsExpiredBy,
  reservationsOfBorrower,
  reservationsToPickUpAt,
} from '../../../projections/queue/reservation-queries'
import { setAsidesEndingBy } from '../../../projections/queue/reserved-copy-queries'
import { titlesAwaitingFreeCopy } from '../../../projections/queue/titles-awaiting-free-copy'
import { queryWhenCaughtUp } from './query-when-caught-up'
import { borrowerObligationsIn } from './create-decision-queries'

const pageSize = 1000

const allBorrowers = function* (rows: ReadModelRows): Generator<BorrowerRow> {
  for (let page = pageOfBorrowers(undefined, pageSize)(rows); page.length > 0;) {
    yield* page
    page = pageOfBorrowers(page.at(-1)?.borrower, pageSize)(rows)
  }
}

const inactiveBorrowersIn =
  (policy: PolicyByDay, clock: LibraryClock) =>
  (month: Month) =>
  (rows: ReadModelRows): ReadonlyArray<BorrowerActivityInMonth> => {
    const active = new Set(borrowersActiveIn(month)(rows))
    const withRecords = borrowersWithRecords(rows)
    const obligationsOfBorrower = borrowerObligationsIn(policy, clock)
    const found: BorrowerActivityInMonth[] = []
    for (const row of allBorrowers(rows)) {
      if (row.ending !== null || inactivityCountedFrom(row) >= halfYearOfMonth(month)) continue
      const { borrower, announcedIn, lapsesIn } = row
      const obligations = withRecords.has(borrower) ? obligationsOfBorrower(borrower)(rows) : noObligations
      const lastSeen = inactivityCountedFrom(row)
      found.push({ borrower, lastSeen, usedLibrary: active.has(borrower), obligations, announcedIn, lapsesIn })
    }
    return found
  }

/** Creates the queries of closings. Each first catches the read models up with both logs. */
export const createClosingQueries = (
  rows: ReadModelRows,
  catchUp: TaskEither<EventReadError, void>,
  policy: PolicyByDay,
  clock: LibraryClock,
): ClosingQueries => {
  const query = queryWhenCaughtUp(rows, catchUp)
  return {
    loansToBill: (day) => query(loansToBill(effectiveDeadline(policy(day)), policy(day).billedAfterDays)(day)),
    claimsEndingBy: (day) => query(claimedLoansEndingBy(day)),
    feesOwedUntil: (day) => query(feesOwedUntil(day)),
    reservationsEndingBy: (day) => query(reservationsExpiredBy(effectiveDeadline(policy(day)))(addDays(1)(day))),
    parallelReservationsToEnd: query(parallelReservationsToEnd),
    reservationsOfDeceased: query((currentRows) =>
      deceasedBorrowers(currentRows).flatMap((borrower) => reservationsOfBorrower(borrower)(currentRows)),
    ),
    setAsidesEndingBy: (day) => query(setAsidesEndingBy(day)),
    titlesToServe: query((currentRows) => {
      const today = clock.today()
      return titlesAwaitingFreeCopy(policy(today), today)(currentRows)
    }),
    reservationsAt: (branches) => query(reservationsToPickUpAt(branches)),
    messageCausesOf: (day) =>
      query((currentRows) => (isImportUnderWay(currentRows) ? [] : messageCausesOfDay(policy(day))(day)(currentRows))),
    isMadeByClosing: (closing, made) => query(isMadeByClosing(closing, made)),
    messagesIn: (month) => query(messagesInMonth(month)),
    accessesIn: (month) => query(accessesInMonth(month)),
    isImportUnderWay: query(isImportUnderWay),
    // Other requests are served between two pages.
    itemsToCount: (month, of, after) => async () => {
      await setImmediate()
      const { adultAge } = policy(lastDayOfMonth(month))
      return query(itemsToCount({ month, adultAge }, of, after))()
    },
    borrowersIn: (month) => query(inactiveBorrowersIn(policy, clock)(month)),
    deceasedBorrowers: query(deceasedBorrowers),
    consentingBorrowers: (month) => query(consentingBorrowersWithTitlesLentIn(month)),
    absencesEndingBy: (day) => query(absencesEndingBy(day)),
    guardianshipsEndingBy: (day) => query(guardianshipsEndingBy(policy(day).guardians)(day)),
    guardianPapersEndedIn: (month) => query(countGuardianPapersEndedIn(month)),
    lastDayClosed: query((currentRows) => lastClosedDay(currentRows) ?? null),
    lastMonthClosed: (log) => query((currentRows) => lastClosedMonth(log)(currentRows) ?? null),
  }
}
