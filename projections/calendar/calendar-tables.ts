import type { LogName } from '../../domain/event/stream'
import type { Day } from '../../domain/values/day'
import type { IdempotencyId, ImportId, StatisticsId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import {
  openNumber,
  openNumberOrNull,
  openText,
  openTextOrNull,
  defineTable,
  type TableRow,
} from '../read-model/define-table'

/**
 * The ids of the scopes of days, months and imports are in open parts of the log for ever and name no person. So these
 * rows are kept when the scopes are erased.
 */
export const openedDaysTable = defineTable(
  'openedDays',
  { day: openText<Day>(), idempotency: openText<IdempotencyId>() },
  ['day'],
)

export const closedDaysTable = defineTable('closedDays', { day: openText<Day>() }, ['day'])

export const openedMonthsTable = defineTable(
  'openedMonths',
  { month: openText<Month>(), statistics: openText<StatisticsId>() },
  ['month'],
)

/** Each log closes its months. */
export const closedMonthsTable = defineTable('closedMonths', { log: openText<LogName>(), month: openText<Month>() }, [
  'log',
  'month',
])

export const importsTable = defineTable(
  'imports',
  {
    import: openText<ImportId>(),
    /** The fingerprint of the imported file. */
    fingerprint: openText(),
    rows: openNumber(),
    loans: openNumberOrNull(),
    rejects: openNumberOrNull(),
    finishedOn: openTextOrNull<Day>(),
  },
  ['import'],
  [['fingerprint']],
)
export type ImportRow = TableRow<typeof importsTable>
