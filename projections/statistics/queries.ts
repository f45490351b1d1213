import type { ScopeClass } from '../../domain/event/scope-class'
import type { Day } from '../../domain/values/day'
import type { TitleId } from '../../domain/values/ids'
import { firstDayOf, lastDayOf, type Month } from '../../domain/values/month'
import type { Rows } from '../kernel/rows'
import {
  branchDays,
  feesLevied,
  publishedCells,
  scopesErased,
  titleMonths,
  type BranchDay,
  type TitleMonth,
} from './rows'

/** Loans (undone ones included, and told apart), returns, bills, and lost copies that turned up. */
export interface Circulation {
  readonly loans: number
  readonly undone: number
  readonly returns: number
  readonly bills: number
  readonly found: number
}

/** What happened from one day up to and including another, at all branches. */
export const circulationBetween =
  (from: Day, upTo: Day) =>
  (rows: Rows): Circulation => {
    const total = (column: keyof Circulation): number =>
      rows.total(branchDays, column, { from: { day: from }, upTo: { day: upTo } })
    return {
      loans: total('loans'),
      undone: total('undone'),
      returns: total('returns'),
      bills: total('bills'),
      found: total('found'),
    }
  }

export const circulationIn = (month: Month) => circulationBetween(firstDayOf(month), lastDayOf(month))

/** The days of a month by branch, in order. */
export const branchDaysIn =
  (month: Month) =>
  (rows: Rows): ReadonlyArray<BranchDay> =>
    rows.find(branchDays, {
      from: { day: firstDayOf(month) },
      upTo: { day: lastDayOf(month) },
      orderBy: ['day', 'branch'],
    })

/** What happened to a title, month by month. */
export const monthsOfTitle =
  (title: TitleId) =>
  (rows: Rows): ReadonlyArray<TitleMonth> =>
    rows.find(titleMonths, { where: { title }, orderBy: ['month'] })

/** How many fees of a kind were levied in a month. */
export const feesLeviedIn =
  (month: Month, kind: 'lateness' | 'compensation') =>
  (rows: Rows): number =>
    rows.total(feesLevied, 'fees', { where: { month, kind } })

/** What a month's closing published. */
export const publishedIn =
  (month: Month) =>
  (rows: Rows): ReadonlyArray<{ readonly by: string; readonly value: string; readonly loans: number }> =>
    rows.find(publishedCells, { where: { month }, orderBy: ['by', 'value'] })

/** How many scopes of each class were erased in a month. */
export const erasedIn =
  (month: Month) =>
  (rows: Rows): ReadonlyArray<{ readonly class: ScopeClass; readonly scopes: number }> =>
    rows.find(scopesErased, { where: { month }, orderBy: ['class'] })
