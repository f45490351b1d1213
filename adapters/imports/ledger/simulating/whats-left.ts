import { addDays, type Day } from '../../../../domain/values/day'
import { monthOf } from '../../../../domain/values/month'
import { borrowers } from '../../../../projections/borrowers/rows'
import type { Rows } from '../../../../projections/kernel/rows'

/** Whether anybody who was registered while a ledger was replayed, or before, is still registered. */
export const borrowersAreLeft =
  (lastRowOn: Day) =>
  (rows: Rows): boolean =>
    rows.pick(borrowers, ['borrower'], { upTo: { registeredIn: monthOf(lastRowOn) }, limit: 1 }).length > 0

/**
 * Days from the end of the last borrower until nothing falls due any more: what was settled the day before is kept for
 * 30 days, and what ends with a month waits for its closing.
 */
export const daysAfterTheLastBorrower = 62

/**
 * The last day on which an import still waits for borrowers to become inactive: two years after the half-year in
 * which they were last seen, which may be that of a bill's payment. Who is still here then uses the library otherwise.
 */
export const longestWait = (lastRowOn: Day): Day => addDays(4 * 366)(lastRowOn)
