import type { ReadModel } from '../read-model/read-model'
import { statisticsFolds } from './statistics-folds'
import {
  branchDayCountsTable,
  leviedFeeCountsTable,
  publishedCellsTable,
  publishedTablesTable,
  erasedScopeCountsTable,
  titleMonthsTable,
} from './statistics-tables'

/** Anonymous statistics, counted from open parts only. */
export const statisticsReadModel: ReadModel = {
  name: 'statistics',
  version: 6,
  tables: [
    branchDayCountsTable,
    titleMonthsTable,
    leviedFeeCountsTable,
    publishedTablesTable,
    publishedCellsTable,
    erasedScopeCountsTable,
  ],
  folds: statisticsFolds,
}
