import type { Day } from '../../domain/values/day'
import type { ServerLogId, ServerLogOpeningId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import {
  defineTable,
  openNumberColumn,
  openTextColumn,
  personalTextColumn,
  purgedWithColumn,
  type TableRow,
} from '../read-model/define-table'

/** How often each page was visited in a month. */
export const pageVisitsTable = defineTable(
  'pageVisits',
  { month: openTextColumn<Month>(), page: openTextColumn(), visits: openNumberColumn() },
  ['month', 'page'],
)
export type PageVisitsRow = TableRow<typeof pageVisitsTable>

/** How many visitors used each browser in a month, with cells of few visitors merged. */
export const visitorsTable = defineTable(
  'visitors',
  { month: openTextColumn<Month>(), browser: openTextColumn(), visitors: openNumberColumn() },
  ['month', 'browser'],
)
export type VisitorsRow = TableRow<typeof visitorsTable>

/** Of which days the server log is not erased. No line of it is here. */
export const serverLogDaysTable = defineTable(
  'serverLogDays',
  { serverLog: purgedWithColumn<ServerLogId>('serverLog'), day: openTextColumn<Day>() },
  ['serverLog'],
)

/** The openings of server logs of the last six months. */
export const serverLogOpeningsTable = defineTable(
  'serverLogOpenings',
  {
    serverLogOpening: purgedWithColumn<ServerLogOpeningId>('serverLogOpening'),
    openedOn: openTextColumn<Day>(),
    day: openTextColumn<Day>(),
    openedBy: personalTextColumn(),
    reason: personalTextColumn(),
  },
  ['serverLogOpening'],
)
export type ServerLogOpeningRow = TableRow<typeof serverLogOpeningsTable>
