import type { PageOfItemsToCount } from '../../../domain/calendar/statistics/item-to-count'
import type { MaterialGroup } from '../../../domain/policy/material-group'
import type { BorrowerId } from '../../../domain/values/ids'
import type { Month } from '../../../domain/values/month'
import { borrowerById, pageOfBorrowers } from '../../borrowers/borrower-record-queries'
import { copyById } from '../../copies/copy-queries'
import { loansTable } from '../../loans/loans-table'
import type { ReadModelRows } from '../../read-model/read-model-rows'
import { borrowersActiveIn, type BorrowerIdBounds } from '../borrower-activity-queries'
import { nextAfter, rowsOfPage } from './page-of-rows'
import { mostFrequentGroup, valuesOfBorrower, type MonthToCount } from './values-of-items'

/** The material groups of the loans that each borrower began, renewed or ended in a month. */
const materialGroupsUsed =
  (month: Month, bounds: BorrowerIdBounds) =>
  (rows: ReadModelRows): ReadonlyMap<BorrowerId, ReadonlyArray<MaterialGroup>> => {
    const used = new Map<BorrowerId, MaterialGroup[]>()
    for (const { borrower, copy, startedIn, lastActIn } of rows.findColumns(
      loansTable,
      ['borrower', 'copy', 'startedIn', 'lastActIn'],
      bounds,
    )) {
      const group = startedIn === month || lastActIn === month ? copyById(copy)(rows)?.group : undefined
      if (group !== undefined) used.set(borrower, [...(used.get(borrower) ?? []), group])
    }
    return used
  }

/**
 * The registered borrowers who used the library in a month, each once: with their home branch, and the material group
 * that they used most (`none` for those who only reserved or paid).
 */
export const activeBorrowersToCount =
  (monthToCount: MonthToCount, after: string | null) =>
  (rows: ReadModelRows): PageOfItemsToCount => {
    const page = pageOfBorrowers((after ?? undefined) as BorrowerId | undefined, rowsOfPage)(rows)
    const [first, last] = [page[0], page.at(-1)]
    if (first === undefined || last === undefined) return { items: [], next: null }
    const bounds = { atLeast: { borrower: first.borrower }, atMost: { borrower: last.borrower } }
    const active = new Set(borrowersActiveIn(monthToCount.month, bounds)(rows))
    const groups = materialGroupsUsed(monthToCount.month, bounds)(rows)
    const items = page
      .flatMap(({ borrower }) => (active.has(borrower) ? (borrowerById(borrower)(rows) ?? []) : []))
      .map((row) => {
        const { borrower, homeBranch: branch } = row
        const materialGroup = mostFrequentGroup(groups.get(borrower) ?? []) ?? 'none'
        return { times: 1, borrower, values: { branch, materialGroup, ...valuesOfBorrower(monthToCount)(row) } }
      })
    return { items, next: nextAfter(page, ({ borrower }) => borrower) }
  }
