import type { CountedKind, StatisticsDimension } from '../../domain/calendar/statistics/statistics-tables'
import { valueOfMergedCells } from '../../domain/calendar/statistics/merge-small-cells'
import type { Month } from '../../domain/values/month'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { publishedCellsTable, publishedTablesTable, type PublishedCellRow } from './statistics-tables'

/** A table of a month: how many there are of each value. */
export interface PublishedTable {
  readonly month: Month
  readonly cells: ReadonlyArray<Pick<PublishedCellRow, 'value' | 'count'>>
}

/** Which months, the first and the last included. */
export interface MonthsFromUntil {
  readonly from: Month
  readonly until: Month
}

const isMerged = ({ value }: Pick<PublishedCellRow, 'value'>): boolean => value === valueOfMergedCells

/** By value, the merged cell last. */
const mergedLast = (cells: PublishedTable['cells']): PublishedTable['cells'] => [
  ...cells.filter((cell) => !isMerged(cell)),
  ...cells.filter(isMerged),
]

/** One table of each of the months that were counted, in order. A month of few borrowers has no cells. */
export const publishedTableOf =
  (of: CountedKind, by: StatisticsDimension) =>
  ({ from, until }: MonthsFromUntil) =>
  (rows: ReadModelRows): ReadonlyArray<PublishedTable> => {
    const where = { where: { of, by } }
    const between = { atLeast: { month: from }, atMost: { month: until } }
    const cells = new Map<Month, PublishedCellRow[]>()
    for (const cell of rows.find(publishedCellsTable, { ...where, ...between, orderBy: ['month', 'value'] }))
      cells.set(cell.month, [...(cells.get(cell.month) ?? []), cell])
    return rows
      .findColumns(publishedTablesTable, ['month'], { ...where, ...between, orderBy: ['month'] })
      .map(({ month }) => ({
        month,
        cells: mergedLast(cells.get(month) ?? []).map(({ value, count }) => ({ value, count })),
      }))
  }

/** The cells of loans that the closing of a month published. */
export const publishedCellsIn =
  (month: Month) =>
  (rows: ReadModelRows): ReadonlyArray<{ readonly by: string; readonly value: string; readonly loans: number }> =>
    rows
      .find(publishedCellsTable, { where: { of: 'loans', month }, orderBy: ['by', 'value'] })
      .map(({ by, value, count }) => ({ by, value, loans: count }))
