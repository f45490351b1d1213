import type { ScopeClass } from '../../domain/event/scope-class'
import type { Day } from '../../domain/values/day'
import type { BranchId, TitleId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { openNumber, openText, table, type Row } from '../kernel/table'

const counts = {
  loans: openNumber(),
  undone: openNumber(),
  returns: openNumber(),
  bills: openNumber(),
  found: openNumber(),
}

/** What happened on a day at a branch. */
export const branchDays = table('branchDays', { day: openText<Day>(), branch: openText<BranchId>(), ...counts }, [
  'day',
  'branch',
])
export type BranchDay = Row<typeof branchDays>

/** What happened to a title in a month. */
export const titleMonths = table('titleMonths', { title: openText<TitleId>(), month: openText<Month>(), ...counts }, [
  'title',
  'month',
])
export type TitleMonth = Row<typeof titleMonths>

/** Fees levied in a month. Amounts tell the age, and are not counted. */
export const feesLevied = table(
  'feesLevied',
  { month: openText<Month>(), kind: openText<'lateness' | 'compensation'>(), fees: openNumber() },
  ['month', 'kind'],
)

/** The published statistics of a month. */
export const publishedCells = table(
  'publishedCells',
  { month: openText<Month>(), by: openText(), value: openText(), loans: openNumber() },
  ['month', 'by', 'value'],
)

/** How many scopes of a class fell due for erasure in a month. */
export const scopesErased = table(
  'scopesErased',
  { month: openText<Month>(), class: openText<ScopeClass>(), scopes: openNumber() },
  ['month', 'class'],
)
