import type { PageOfItemsToCount } from '../../../domain/calendar/statistics/item-to-count'
import type { CountedKind } from '../../../domain/calendar/statistics/statistics-tables'
import type { StatisticsId } from '../../../domain/values/ids'
import { findStatisticsScope } from '../../calendar/calendar-queries'
import type { ReadModelRows } from '../../read-model/read-model-rows'
import { activeBorrowersToCount } from './active-borrowers-to-count'
import { loansToCount } from './loans-to-count'
import { renewalsToCount } from './renewals-to-count'
import { reservationsToCount } from './reservations-to-count'
import { returnsToCount } from './returns-to-count'
import type { MonthToCount } from './values-of-items'

type PageUnderScope = (statistics: StatisticsId, after: string | null) => (rows: ReadModelRows) => PageOfItemsToCount

/** A page of what is sealed under the statistics scope of a month; empty when the month has none. */
const underScopeOf =
  ({ month }: MonthToCount, after: string | null) =>
  (page: PageUnderScope) =>
  (rows: ReadModelRows): PageOfItemsToCount => {
    const statistics = findStatisticsScope(month)(rows)
    return statistics === undefined ? { items: [], next: null } : page(statistics, after)(rows)
  }

/**
 * A page of what the statistics of a month count of one kind. Call it when the month is closed, before anything of it is
 * forgotten.
 */
export const itemsToCount = (
  monthToCount: MonthToCount,
  of: CountedKind,
  after: string | null,
): ((rows: ReadModelRows) => PageOfItemsToCount) => {
  switch (of) {
    case 'loans':
      return underScopeOf(monthToCount, after)(loansToCount)
    case 'renewals':
      return renewalsToCount(monthToCount, after)
    case 'returns':
      return returnsToCount(monthToCount.month, after)
    case 'reservations':
      return underScopeOf(monthToCount, after)(reservationsToCount)
    case 'activeBorrowers':
      return activeBorrowersToCount(monthToCount, after)
  }
}
