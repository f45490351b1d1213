import type { LogName } from '../../domain/event/stream'
import type { Day } from '../../domain/values/day'
import type { IdempotencyId, StatisticsId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { first, type Rows } from '../kernel/rows'
import { closedDays, closedMonths, imports, openedDays, openedMonths, type Import } from './rows'

/** The scope under whose key a day's repeated commands are known; undefined while the day is not opened. */
export const idempotencyOf =
  (day: Day) =>
  (rows: Rows): IdempotencyId | undefined =>
    first(rows, openedDays, { where: { day } })?.idempotency

/** The scope of a month's statistics; undefined while nothing has been lent in it. */
export const statisticsOf =
  (month: Month) =>
  (rows: Rows): StatisticsId | undefined =>
    first(rows, openedMonths, { where: { month } })?.statistics

export const isDayClosed =
  (day: Day) =>
  (rows: Rows): boolean =>
    rows.count(closedDays, { where: { day } }) > 0

/** The last day that is closed; undefined in a library that has closed none. */
export const lastClosedDay = (rows: Rows): Day | undefined => first(rows, closedDays, { latestBy: ['day'] })?.day

/** The first day on which anything happened; undefined in a library where nothing has. */
export const firstOpenedDay = (rows: Rows): Day | undefined => first(rows, openedDays, { orderBy: ['day'] })?.day

export const isMonthClosed =
  (log: LogName, month: Month) =>
  (rows: Rows): boolean =>
    rows.count(closedMonths, { where: { log, month } }) > 0

/** The last month that is closed in a log. */
export const lastClosedMonth =
  (log: LogName) =>
  (rows: Rows): Month | undefined =>
    first(rows, closedMonths, { where: { log }, latestBy: ['month'] })?.month

/** The import of a file, by the file's fingerprint: begun, or finished when it has a last day. */
export const importOf =
  (fingerprint: string) =>
  (rows: Rows): Import | undefined =>
    first(rows, imports, { where: { fingerprint } })
