import type { ReadModel } from '../read-model/read-model'
import { activityFolds } from './activity-folds'
import { loansOfMonthTable } from './activity-tables'

/** The loans that the closing of a month counts. */
export const activityReadModel: ReadModel = {
  name: 'activity',
  version: 2,
  tables: [loansOfMonthTable],
  folds: activityFolds,
}
