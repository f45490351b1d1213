import type { ReadModel } from '../kernel/read-model'
import { folds } from './folds'
import { closedDays, closedMonths, imports, openedDays, openedMonths } from './rows'

/** Which days and months are opened and closed, and which ledgers have been read in. */
export const calendarModel: ReadModel = {
  name: 'calendar',
  version: 1,
  tables: [openedDays, closedDays, openedMonths, closedMonths, imports],
  folds,
}
