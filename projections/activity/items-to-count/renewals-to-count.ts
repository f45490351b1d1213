import type { PageOfItemsToCount } from '../../../domain/calendar/statistics/item-to-count'
import type { BorrowerId, CopyId } from '../../../domain/values/ids'
import { borrowerById } from '../../borrowers/borrower-record-queries'
import { copyById } from '../../copies/copy-queries'
import type { ReadModelRows } from '../../read-model/read-model-rows'
import { renewalsForMonthStatisticsTable } from '../activity-tables'
import { borrowersOfLoans } from './borrowers-of-loans'
import { afterKey, nextAfter, rowsOfPage } from './page-of-rows'
import { valueOfMaterialGroup, valuesOfBorrower, type MonthToCount } from './values-of-items'

/** A renewal is made at no branch: it counts for the branch that owns the copy. */
const valuesOfCopy = (copy: CopyId, rows: ReadModelRows) => {
  const row = copyById(copy)(rows)
  return { ...(row === undefined ? {} : { branch: row.homeBranch }), ...valueOfMaterialGroup(row) }
}

/** The loans that were renewed in a month, each with the number of its renewals. */
export const renewalsToCount =
  (monthToCount: MonthToCount, after: string | null) =>
  (rows: ReadModelRows): PageOfItemsToCount => {
    const where = { month: monthToCount.month }
    const query = { where, orderBy: ['loan'] as const, limit: rowsOfPage, ...afterKey('loan', after) }
    const renewed = rows.find(renewalsForMonthStatisticsTable, query)
    const borrowers = borrowersOfLoans(renewed)(rows)
    const valuesOf = (borrower: BorrowerId | null) =>
      valuesOfBorrower(monthToCount)(borrower === null ? undefined : borrowerById(borrower)(rows))
    const items = renewed.map(({ loan, copy, renewals }) => {
      const borrower = borrowers.get(loan) ?? null
      return { times: renewals, borrower, values: { ...valuesOfCopy(copy, rows), ...valuesOf(borrower) } }
    })
    return { items, next: nextAfter(renewed, ({ loan }) => loan) }
  }
