import type { ReadModel } from '../read-model/read-model'
import { websiteFolds } from './website-folds'
import { pageVisitsTable, serverLogDaysTable, serverLogOpeningsTable, visitorsTable } from './website-tables'

/** Which pages and browsers are used, of which days there is a server log, and who opened one and why. */
export const websiteReadModel: ReadModel = {
  name: 'website',
  version: 1,
  tables: [pageVisitsTable, visitorsTable, serverLogDaysTable, serverLogOpeningsTable],
  folds: websiteFolds,
}
