import type { ReadModel } from '../read-model/read-model'
import { statisticsFolds } from './statistics-folds'
import {
  branchDayCountsTable,
  leviedFeeCountsTable,
  publishedCellsTable,
  erasedScopeCountsTable,
  titleMonthsTable,
} from './statistics-tables'

/** Anonymous statistics, counted from open parts only. */
export const statisticsReadModel: ReadModel = {
  name: 'statistics',
  version: 4,
  tables: [branchDayCountsTable, titleMonthsTable, leviedFeeCountsTable, publishedCellsTable, erasedScopeCountsTable],
  folds: statisticsFolds,
}
