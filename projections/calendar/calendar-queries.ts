import type { LogName } from '../../domain/event/stream'
import type { Day } from '../../domain/values/day'
import type { IdempotencyId, StatisticsId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import {
  dayClosingsTable,
  closedMonthsTable,
  importsTable,
  idempotencyScopesByDayTable,
  openedMonthsTable,
  type ImportsTableRow,
} from './calendar-tables'

/** The scope whose key derives ids from the idempotency keys of a day; undefined while the day is not opened. */
export const findIdempotencyScope =
  (day: Day) =>
  (rows: ReadModelRows): IdempotencyId | undefined =>
    findFirstRow(rows, idempotencyScopesByDayTable, { where: { day } })?.idempotency

/** The scope of the statistics of a month; undefined while nothing has been lent or reserved in it. */
export const findStatisticsScope =
  (month: Month) =>
  (rows: ReadModelRows): StatisticsId | undefined =>
    findFirstRow(rows, openedMonthsTable, { where: { month } })?.statistics

export const isDayClosingDone =
  (day: Day) =>
  (rows: ReadModelRows): boolean =>
    rows.count(dayClosingsTable, { where: { day } }) > 0

/** The last day that is closed; undefined when no day is. */
export const lastClosedDay = (rows: ReadModelRows): Day | undefined =>
  findFirstRow(rows, dayClosingsTable, { orderByDescending: ['day'] })?.day

/** The first day that was opened; undefined when none was. */
export const firstCalendarDayOpened = (rows: ReadModelRows): Day | undefined =>
  findFirstRow(rows, idempotencyScopesByDayTable, { orderBy: ['day'] })?.day

export const isMonthClosed =
  (log: LogName, month: Month) =>
  (rows: ReadModelRows): boolean =>
    rows.count(closedMonthsTable, { where: { log, month } }) > 0

/** The last month that is closed in a log. */
export const lastClosedMonth =
  (log: LogName) =>
  (rows: ReadModelRows): Month | undefined =>
    findFirstRow(rows, closedMonthsTable, { where: { log }, orderByDescending: ['month'] })?.month

/** The months that are closed in a log, latest first. */
export const closedMonths =
  (log: LogName) =>
  (rows: ReadModelRows): ReadonlyArray<Month> =>
    rows.find(closedMonthsTable, { where: { log }, orderByDescending: ['month'] }).map(({ month }) => month)

/** The import of the file with this fingerprint; it is finished when `finishedOn` is not null. */
export const findImportByFingerprint =
  (fingerprint: string) =>
  (rows: ReadModelRows): ImportsTableRow | undefined =>
    findFirstRow(rows, importsTable, { where: { fingerprint } })

/** Whether an import has begun and is not finished. */
export const isImportUnderWay = (rows: ReadModelRows): boolean =>
  findFirstRow(rows, importsTable, { where: { finishedOn: null } }) !== undefined
