import type { PageOfItemsToCount } from '../../../domain/calendar/statistics/item-to-count'
import type { StatisticsId } from '../../../domain/values/ids'
import { copyById } from '../../copies/copy-queries'
import type { ReadModelRows } from '../../read-model/read-model-rows'
import { loansForMonthStatisticsTable } from '../activity-tables'
import { borrowersOfLoans } from './borrowers-of-loans'
import { afterKey, nextAfter, rowsOfPage } from './page-of-rows'
import { valueOfMaterialGroup, valueOfMunicipality } from './values-of-items'

/** The loans of a month, with what was known of the borrower when they were made. Undone loans are left out. */
export const loansToCount =
  (statistics: StatisticsId, after: string | null) =>
  (rows: ReadModelRows): PageOfItemsToCount => {
    const query = { where: { statistics }, orderBy: ['loan'] as const, limit: rowsOfPage, ...afterKey('loan', after) }
    const loans = rows.find(loansForMonthStatisticsTable, query)
    const borrowers = borrowersOfLoans(loans)(rows)
    const items = loans.map((row) => {
      const { loan, copy, branch, borrowerGroup, ageClass } = row
      const ofBorrower = { borrowerGroup, ageClass, ...valueOfMunicipality(row) }
      const values = { branch, ...valueOfMaterialGroup(copyById(copy)(rows)), ...ofBorrower }
      return { times: 1, borrower: borrowers.get(loan) ?? null, values }
    })
    return { items, next: nextAfter(loans, ({ loan }) => loan) }
  }
