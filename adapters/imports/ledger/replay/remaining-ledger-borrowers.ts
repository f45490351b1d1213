import { addDays, type Day } from '../../../../domain/values/day'
import { monthOf } from '../../../../domain/values/month'
import { borrowersTable } from '../../../../projections/borrowers/borrower-tables'
import type { ReadModelRows } from '../../../../projections/read-model/read-model-rows'

/** Whether a borrower registered by the last row of a ledger is still registered. */
export const isAnyLedgerBorrowerStillRegistered =
  (lastRowOn: Day) =>
  (rows: ReadModelRows): boolean =>
    rows.findColumns(borrowersTable, ['borrower'], { atMost: { registeredIn: monthOf(lastRowOn) }, limit: 1 }).length >
    0

/**
 * Days from the erasure of the last borrower until nothing is due any more: fees settled the day before are stored for
 * 30 days, and data that ends with a month is due with the closing of the month.
 */
export const daysUntilNothingIsDueAfterErasures = 62

/**
 * The last day on which an import waits for borrowers to become inactive. They do so two years after the half-year of
 * their last use, which may be the payment of a bill. Borrowers who remain then use the library outside the import.
 */
export const lastDayImportWaitsForInactiveBorrowers = (lastRowOn: Day): Day => addDays(4 * 366)(lastRowOn)
