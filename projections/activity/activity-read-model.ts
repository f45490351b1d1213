import type { ReadModel } from '../read-model/read-model'
import { activityFolds } from './activity-folds'
import {
  loansForMonthStatisticsTable,
  renewalsForMonthStatisticsTable,
  reservationsForMonthStatisticsTable,
  returnsForMonthStatisticsTable,
} from './activity-tables'

/** What the closing of a month counts. */
export const activityReadModel: ReadModel = {
  name: 'activity',
  version: 3,
  tables: [
    loansForMonthStatisticsTable,
    reservationsForMonthStatisticsTable,
    renewalsForMonthStatisticsTable,
    returnsForMonthStatisticsTable,
  ],
  folds: activityFolds,
}
