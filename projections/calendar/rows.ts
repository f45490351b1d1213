import type { LogName } from '../../domain/event/stream'
import type { Day } from '../../domain/values/day'
import type { IdempotencyId, ImportId, StatisticsId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { openNumber, openNumberOrNull, openText, openTextOrNull, table, type Row } from '../kernel/table'

/**
 * The ids of the day's, the month's and an import's own scopes stand openly in the log for good and name no person, so
 * these rows are kept when the scopes are erased.
 */
export const openedDays = table('openedDays', { day: openText<Day>(), idempotency: openText<IdempotencyId>() }, ['day'])

export const closedDays = table('closedDays', { day: openText<Day>() }, ['day'])

export const openedMonths = table('openedMonths', { month: openText<Month>(), statistics: openText<StatisticsId>() }, [
  'month',
])

/** A month is closed in each log. */
export const closedMonths = table('closedMonths', { log: openText<LogName>(), month: openText<Month>() }, [
  'log',
  'month',
])

export const imports = table(
  'imports',
  {
    import: openText<ImportId>(),
    /** Of the file. */
    fingerprint: openText(),
    rows: openNumber(),
    loans: openNumberOrNull(),
    rejects: openNumberOrNull(),
    finishedOn: openTextOrNull<Day>(),
  },
  ['import'],
  [['fingerprint']],
)
export type Import = Row<typeof imports>
