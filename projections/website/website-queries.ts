import type { Day } from '../../domain/values/day'
import type { Month } from '../../domain/values/month'
import type { ReadModelRows } from '../read-model/read-model-rows'
import {
  pageVisitsTable,
  serverLogDaysTable,
  serverLogOpeningsTable,
  visitorsTable,
  type PageVisitsRow,
  type ServerLogOpeningRow,
  type VisitorsRow,
} from './website-tables'

/** How often each page was visited in a month, by page. */
export const pageVisitsIn =
  (month: Month) =>
  (rows: ReadModelRows): ReadonlyArray<PageVisitsRow> =>
    rows.find(pageVisitsTable, { where: { month }, orderBy: ['page'] })

/** How many visitors used each browser in a month, by browser. Empty until the month is closed. */
export const visitorsIn =
  (month: Month) =>
  (rows: ReadModelRows): ReadonlyArray<VisitorsRow> =>
    rows.find(visitorsTable, { where: { month }, orderBy: ['browser'] })

/** The days whose server log is not erased, the earliest first. */
export const serverLogDays = (rows: ReadModelRows): ReadonlyArray<Day> =>
  rows.find(serverLogDaysTable, { orderBy: ['day'] }).map(({ day }) => day)

/** The openings of server logs that are not forgotten, the earliest first. */
export const serverLogOpenings = (rows: ReadModelRows): ReadonlyArray<ServerLogOpeningRow> =>
  rows.find(serverLogOpeningsTable, { orderBy: ['openedOn', 'serverLogOpening'] })
