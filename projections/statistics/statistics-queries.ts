import type { ScopeClass } from '../../domain/event/scope-class'
import type { Day } from '../../domain/values/day'
import type { TitleId } from '../../domain/values/ids'
import { firstDayOfMonth, lastDayOfMonth, type Month } from '../../domain/values/month'
import type { ReadModelRows } from '../read-model/read-model-rows'
import {
  branchDayCountsTable,
  leviedFeeCountsTable,
  erasedScopeCountsTable,
  titleMonthsTable,
  type BranchDayRow,
  type TitleMonthRow,
} from './statistics-tables'

/** Numbers of loans (including undone ones), undone loans, returns, bills, and lost copies that were found. */
export interface CirculationCounts {
  readonly loans: number
  readonly undone: number
  readonly returns: number
  readonly bills: number
  readonly found: number
}

/** The counts from one day up to and including another, at all branches. */
export const circulationCountsBetween =
  (from: Day, upTo: Day) =>
  (rows: ReadModelRows): CirculationCounts => {
    const total = (column: keyof CirculationCounts): number =>
      rows.sum(branchDayCountsTable, column, { atLeast: { day: from }, atMost: { day: upTo } })
    return {
      loans: total('loans'),
      undone: total('undone'),
      returns: total('returns'),
      bills: total('bills'),
      found: total('found'),
    }
  }

export const circulationCountsOfMonth = (month: Month) =>
  circulationCountsBetween(firstDayOfMonth(month), lastDayOfMonth(month))

/** The counts of each day and branch of a month, sorted by day and branch. */
export const statisticsOfMonthByDayAndBranch =
  (month: Month) =>
  (rows: ReadModelRows): ReadonlyArray<BranchDayRow> =>
    rows.find(branchDayCountsTable, {
      atLeast: { day: firstDayOfMonth(month) },
      atMost: { day: lastDayOfMonth(month) },
      orderBy: ['day', 'branch'],
    })

/** The counts of a title, by month. */
export const monthlyCountsOfTitle =
  (title: TitleId) =>
  (rows: ReadModelRows): ReadonlyArray<TitleMonthRow> =>
    rows.find(titleMonthsTable, { where: { title }, orderBy: ['month'] })

/** How many fees of a kind were levied in a month. */
export const countFeesLeviedIn =
  (month: Month, kind: 'lateness' | 'compensation') =>
  (rows: ReadModelRows): number =>
    rows.sum(leviedFeeCountsTable, 'fees', { where: { month, kind } })

/** How many scopes of each class were declared due in a month. */
export const countScopesErasedInMonth =
  (month: Month) =>
  (rows: ReadModelRows): ReadonlyArray<{ readonly class: ScopeClass; readonly scopes: number }> =>
    rows.find(erasedScopeCountsTable, { where: { month }, orderBy: ['class'] })
