import type { ReadModel } from '../kernel/read-model'
import { folds } from './folds'
import { monthLoans } from './rows'

/** What a month's closing counts. */
export const activityModel: ReadModel = { name: 'activity', version: 1, tables: [monthLoans], folds }
