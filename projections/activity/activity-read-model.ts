import type { ReadModel } from '../read-model/read-model'
import { activityFolds } from './activity-folds'
import { monthLoansTable } from './activity-tables'

/** The loans that the closing of a month counts. */
export const activityReadModel: ReadModel = {
  name: 'activity',
  version: 2,
  tables: [monthLoansTable],
  folds: activityFolds,
}
