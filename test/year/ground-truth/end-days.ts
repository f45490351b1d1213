import { addDays, laterDayOf, type Day } from '../../../domain/values/day'
import type { BranchId } from '../../../domain/values/ids'
import { addMonths, lastDayOfMonth, monthOf, type Month } from '../../../domain/values/month'
import { isClosedAt } from '../closed-days-of-year'
import { lateClosings } from '../simulated-year'
import type { TrueLoan } from './ground-truth'

/**
 * The days with whose closing data goes, counted from the promises alone. Here stand all periods that the checks of a
 * simulated year expect.
 */

/** "History is deleted 30 days after return", "deleted 30 days after it is settled": so are payments and messages. */
export const thirtyDaysAfter = addDays(30)

/** "At the end of the month after the month of the change." */
export const endOfNextMonth = (day: Day): Day => lastDayOfMonth(addMonths(1)(monthOf(day)))

/** "At the end of the month." */
export const endOfMonth = (day: Day): Day => lastDayOfMonth(monthOf(day))

export const endOfMonthAfter = (month: Month): Day => lastDayOfMonth(addMonths(1)(month))

/** "A count by kind and month stays": for a year. */
export const endOfMonthOneYearAfter = (month: Month): Day => lastDayOfMonth(addMonths(12)(month))

/** "It stands in their data export for six months." */
export const endOfMonthSixMonthsAfter = (month: Month): Day => lastDayOfMonth(addMonths(6)(month))

/** "Disclosure: five years." */
export const endOfMonthFiveYearsAfter = (month: Month): Day => lastDayOfMonth(addMonths(60)(month))

/** "The longest a machine may be offline": so long a repeat of a request is recognised. */
export const fourteenDaysAfter = addDays(14)

/**
 * "Due dates and pick-up deadlines move off a branch's closing days", also off those that are added late: what ends on one ends
 * on the next open day, as the closed days are known on a day.
 */
export const openDayFrom =
  (branch: BranchId, knownOn: Day) =>
  (day: Day): Day =>
    isClosedAt(lateClosings)(branch, knownOn)(day) ? openDayFrom(branch, knownOn)(addDays(1)(day)) : day

type LoanTerms = Pick<TrueLoan, 'group' | 'branch'>

/** "Loan periods: 30 days; institutions 90." */
export const dueDayFrom =
  ({ group, branch }: LoanTerms) =>
  (day: Day): Day =>
    openDayFrom(branch, day)(addDays(group === 'institution' ? 90 : 30)(day))

/** The due day of a loan, as the closed days of its branch are known on a day. */
export const dueDayKnownOn = (day: Day, { branch, dueOn }: Pick<TrueLoan, 'branch' | 'dueOn'>): Day =>
  openDayFrom(branch, day)(dueOn)

/** Counted from the day of the renewal, and never earlier than before. */
export const renewedDueDay =
  (loan: LoanTerms & Pick<TrueLoan, 'dueOn'>) =>
  (day: Day): Day =>
    laterDayOf(dueDayKnownOn(day, loan))(dueDayFrom(loan)(day))

/** "A late reminder misleads": the last day on which a message that waits goes out by mail. */
export const lastDayOfSending = addDays(3)

/** "Interest period default 180 days." */
export const interestEnd = addDays(180)

/** "A deadline, default 7 days." */
export const pickUpDeadlineFrom =
  (branch: BranchId) =>
  (day: Day): Day =>
    openDayFrom(branch, day)(addDays(7)(day))

/** "Bill for compensation at 35 days." */
export const billedOn = addDays(35)

/**
 * "Claimed returned has a latest end 180 days on": with its closing the loan is written off, and forgotten with that. Found
 * earlier, it counts as returned on the day of the claim.
 */
export const claimEndsOn = addDays(180)
