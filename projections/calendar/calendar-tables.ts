import type { LogName } from '../../domain/event/stream'
import type { Day } from '../../domain/values/day'
import type { IdempotencyId, ImportId, StatisticsId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import {
  openNumberColumn,
  nullableOpenNumberColumn,
  openTextColumn,
  nullableOpenTextColumn,
  defineTable,
  type TableRow,
} from '../read-model/define-table'

/**
 * The ids of the scopes of days, months and imports are in open parts of the log for ever and name no person. So these
 * rows are kept when the scopes are erased.
 */
export const idempotencyScopesByDayTable = defineTable(
  'openedDays',
  { day: openTextColumn<Day>(), idempotency: openTextColumn<IdempotencyId>() },
  ['day'],
)

export const dayClosingsTable = defineTable('closedDays', { day: openTextColumn<Day>() }, ['day'])

export const openedMonthsTable = defineTable(
  'openedMonths',
  { month: openTextColumn<Month>(), statistics: openTextColumn<StatisticsId>() },
  ['month'],
)

/** Each log closes its months. */
export const closedMonthsTable = defineTable(
  'closedMonths',
  { log: openTextColumn<LogName>(), month: openTextColumn<Month>() },
  ['log', 'month'],
)

export const importsTable = defineTable(
  'imports',
  {
    import: openTextColumn<ImportId>(),
    /** The fingerprint of the imported file. */
    fingerprint: openTextColumn(),
    rows: openNumberColumn(),
    loans: nullableOpenNumberColumn(),
    rejects: nullableOpenNumberColumn(),
    finishedOn: nullableOpenTextColumn<Day>(),
  },
  ['import'],
  [['fingerprint']],
)
export type ImportsTableRow = TableRow<typeof importsTable>
