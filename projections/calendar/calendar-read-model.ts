import type { ReadModel } from '../read-model/read-model'
import { calendarFolds } from './calendar-folds'
import {
  dayClosingsTable,
  closedMonthsTable,
  importsTable,
  idempotencyScopesByDayTable,
  openedMonthsTable,
} from './calendar-tables'

/** Which days and months are opened and closed, and which ledgers have been imported. */
export const calendarReadModel: ReadModel = {
  name: 'calendar',
  version: 1,
  tables: [idempotencyScopesByDayTable, dayClosingsTable, openedMonthsTable, closedMonthsTable, importsTable],
  folds: calendarFolds,
}
