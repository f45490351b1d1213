import type { PageOfItemsToCount } from '../../../domain/calendar/statistics/item-to-count'
import type { Month } from '../../../domain/values/month'
import { copyById } from '../../copies/copy-queries'
import type { ReadModelRows } from '../../read-model/read-model-rows'
import { returnsForMonthStatisticsTable } from '../activity-tables'
import { afterKey, nextAfter, rowsOfPage } from './page-of-rows'
import { valueOfMaterialGroup } from './values-of-items'

/** The returns of a month, with the branch to which each copy was returned. They name no borrower. */
export const returnsToCount =
  (month: Month, after: string | null) =>
  (rows: ReadModelRows): PageOfItemsToCount => {
    const query = {
      where: { month },
      orderBy: ['event'] as const,
      limit: rowsOfPage,
      ...afterKey('event', after),
    }
    const returns = rows.find(returnsForMonthStatisticsTable, query)
    const items = returns.map(({ copy, branch }) => ({
      ...{ times: 1, borrower: null },
      values: { branch, ...valueOfMaterialGroup(copyById(copy)(rows)) },
    }))
    return { items, next: nextAfter(returns, ({ event }) => event) }
  }
