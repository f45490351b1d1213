import type { BorrowerGroup } from '../../../domain/policy/borrower-group'
import { addDays, laterDayOf, weekdayOf, type Day } from '../../../domain/values/day'
import { addMonths, lastDayOfMonth, monthOf, type Month } from '../../../domain/values/month'

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

/** "The longest a machine may be offline": so long a repeat of a request is recognised. */
export const fourteenDaysAfter = addDays(14)

/** The branches are closed on Sundays: what ends on one ends on the next day. */
const openDayFrom = (day: Day): Day => (weekdayOf(day) === 0 ? addDays(1)(day) : day)

/** "Loan periods: 30 days; institutions 90." */
export const dueDayFrom =
  (group: BorrowerGroup) =>
  (day: Day): Day =>
    openDayFrom(addDays(group === 'institution' ? 90 : 30)(day))

/** Counted from the day of the renewal, and never earlier than before. */
export const renewedDueDay =
  ({ group, dueOn }: { readonly group: BorrowerGroup; readonly dueOn: Day }) =>
  (day: Day): Day =>
    laterDayOf(dueOn)(dueDayFrom(group)(day))

/** "Interest period default 180 days." */
export const interestEnd = addDays(180)

/** "A deadline, default 7 days." */
export const pickUpDeadlineFrom = (day: Day): Day => openDayFrom(addDays(7)(day))

/** "Bill for compensation at 35 days." */
export const billedOn = addDays(35)

/**
 * "Claimed returned has a latest end 180 days on": with its closing the loan is written off, and forgotten with that. Found
 * earlier, it counts as returned on the day of the claim.
 */
export const claimEndsOn = addDays(180)
