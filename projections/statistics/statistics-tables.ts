import type { ScopeClass } from '../../domain/event/scope-class'
import type { Day } from '../../domain/values/day'
import type { BranchId, TitleId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { openNumberColumn, openTextColumn, defineTable, type TableRow } from '../read-model/define-table'

const countColumns = {
  loans: openNumberColumn(),
  undone: openNumberColumn(),
  returns: openNumberColumn(),
  bills: openNumberColumn(),
  found: openNumberColumn(),
}

/** Counts of a day at a branch. */
export const branchDayCountsTable = defineTable(
  'branchDays',
  { day: openTextColumn<Day>(), branch: openTextColumn<BranchId>(), ...countColumns },
  ['day', 'branch'],
)
export type BranchDayRow = TableRow<typeof branchDayCountsTable>

/** Counts of a title in a month. */
export const titleMonthsTable = defineTable(
  'titleMonths',
  { title: openTextColumn<TitleId>(), month: openTextColumn<Month>(), ...countColumns },
  ['title', 'month'],
)
export type TitleMonthRow = TableRow<typeof titleMonthsTable>

/** Fees levied in a month. Amounts are not counted, because they reveal the age. */
export const leviedFeeCountsTable = defineTable(
  'feesLevied',
  { month: openTextColumn<Month>(), kind: openTextColumn<'lateness' | 'compensation'>(), fees: openNumberColumn() },
  ['month', 'kind'],
)

/** The tables that the closing of a month published: what each counts, and by what. */
export const publishedTablesTable = defineTable(
  'publishedTables',
  { month: openTextColumn<Month>(), of: openTextColumn(), by: openTextColumn() },
  ['of', 'by', 'month'],
)

/** The cells of these tables. A table of few borrowers has none. */
export const publishedCellsTable = defineTable(
  'publishedCells',
  {
    month: openTextColumn<Month>(),
    of: openTextColumn(),
    by: openTextColumn(),
    value: openTextColumn(),
    count: openNumberColumn(),
  },
  ['of', 'by', 'month', 'value'],
)
export type PublishedCellRow = TableRow<typeof publishedCellsTable>

/** How many scopes of a class were declared due in a month. */
export const erasedScopeCountsTable = defineTable(
  'scopesErased',
  { month: openTextColumn<Month>(), class: openTextColumn<ScopeClass>(), scopes: openNumberColumn() },
  ['month', 'class'],
)
