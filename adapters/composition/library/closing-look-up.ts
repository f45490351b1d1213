import type { TaskEither } from 'fp-ts/TaskEither'
import type { MonthOfBorrower } from '../../../domain/closing/mark-seen'
import type { Unreadable } from '../../../domain/command-handling/remember'
import { addDays } from '../../../domain/values/day'
import { halfYearOf, type Month } from '../../../domain/values/month'
import type { Policy } from '../../../domain/policy/policy'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { ClosingLookUp } from '../../../domain/ports/closing-look-up'
import { activeIn, countedFrom, loansToCount } from '../../../projections/activity/queries'
import { borrowersAfter } from '../../../projections/borrowers/queries'
import type { Borrower } from '../../../projections/borrowers/rows'
import { lastClosedDay, lastClosedMonth, statisticsOf } from '../../../projections/calendar/queries'
import type { Rows } from '../../../projections/kernel/rows'
import { toBill } from '../../../projections/loans/overdue'
import { reservationsRunOut } from '../../../projections/queue/queries'
import { asking } from './asking'
import { holdingsIn } from './look-up'

const pageSize = 1000

const everyBorrower = function* (rows: Rows): Generator<Borrower> {
  for (let page = borrowersAfter(undefined, pageSize)(rows); page.length > 0;) {
    yield* page
    page = borrowersAfter(page.at(-1)?.borrower, pageSize)(rows)
  }
}

const borrowersNotSeen =
  (policy: Policy, clock: LibraryClock) =>
  (month: Month) =>
  (rows: Rows): ReadonlyArray<MonthOfBorrower> => {
    const active = new Set(activeIn(month)(rows))
    const found: MonthOfBorrower[] = []
    for (const row of everyBorrower(rows)) {
      if (row.ending !== null || countedFrom(row) >= halfYearOf(month)) continue
      const { borrower } = row
      const holdings = holdingsIn(policy, clock)(borrower)(rows)
      found.push({ borrower, lastSeen: countedFrom(row), used: active.has(borrower), holdings })
    }
    return found
  }

/** What closings look up in the read models, once they have passed both logs' ends as they are when asked. */
export const closingLookUpIn = (
  rows: Rows,
  reach: TaskEither<Unreadable, void>,
  policy: Policy,
  clock: LibraryClock,
): ClosingLookUp => {
  const ask = asking(rows, reach)
  return {
    loansToBill: (day) => ask(toBill(policy.billedAfterDays)(day)),
    reservationsEndingBy: (day) => ask(reservationsRunOut(addDays(1)(day))),
    loansIn: (month) =>
      ask((of) => {
        const statistics = statisticsOf(month)(of)
        return statistics === undefined ? [] : loansToCount(statistics)(of)
      }),
    borrowersIn: (month) => ask(borrowersNotSeen(policy, clock)(month)),
    lastDayClosed: ask((of) => lastClosedDay(of) ?? null),
    lastMonthClosed: (log) => ask((of) => lastClosedMonth(log)(of) ?? null),
  }
}
