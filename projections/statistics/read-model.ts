import type { ReadModel } from '../kernel/read-model'
import { folds } from './folds'
import { branchDays, feesLevied, publishedCells, scopesErased, titleMonths } from './rows'

/** What can be counted of a library without knowing who: from open parts alone. */
export const statisticsModel: ReadModel = {
  name: 'statistics',
  version: 1,
  tables: [branchDays, titleMonths, feesLevied, publishedCells, scopesErased],
  folds,
}
