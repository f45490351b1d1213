import type { ScopeClass } from '../../domain/event/scope-class'
import type { Day } from '../../domain/values/day'
import type { BranchId, TitleId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { openNumber, openText, defineTable, type TableRow } from '../read-model/define-table'

const countColumns = {
  loans: openNumber(),
  undone: openNumber(),
  returns: openNumber(),
  bills: openNumber(),
  found: openNumber(),
}

/** Counts of a day at a branch. */
export const branchDaysTable = defineTable(
  'branchDays',
  { day: openText<Day>(), branch: openText<BranchId>(), ...countColumns },
  ['day', 'branch'],
)
export type BranchDayRow = TableRow<typeof branchDaysTable>

/** Counts of a title in a month. */
export const titleMonthsTable = defineTable(
  'titleMonths',
  { title: openText<TitleId>(), month: openText<Month>(), ...countColumns },
  ['title', 'month'],
)
export type TitleMonthRow = TableRow<typeof titleMonthsTable>

/** Fees levied in a month. Amounts are not counted, because they reveal the age. */
export const feesLeviedTable = defineTable(
  'feesLevied',
  { month: openText<Month>(), kind: openText<'lateness' | 'compensation'>(), fees: openNumber() },
  ['month', 'kind'],
)

/** The published statistics of a month. */
export const publishedCellsTable = defineTable(
  'publishedCells',
  { month: openText<Month>(), by: openText(), value: openText(), loans: openNumber() },
  ['month', 'by', 'value'],
)

/** How many scopes of a class were declared due in a month. */
export const scopesErasedTable = defineTable(
  'scopesErased',
  { month: openText<Month>(), class: openText<ScopeClass>(), scopes: openNumber() },
  ['month', 'class'],
)
