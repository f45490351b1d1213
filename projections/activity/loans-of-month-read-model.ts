import type { ReadModel } from '../read-model/read-model'
import { loansOfMonthFolds } from './loans-of-month-folds'
import { loansForMonthStatisticsTable } from './activity-tables'

/** The loans that the closing of a month counts. */
export const loansOfMonthReadModel: ReadModel = {
  name: 'activity',
  version: 2,
  tables: [loansForMonthStatisticsTable],
  folds: loansOfMonthFolds,
}
