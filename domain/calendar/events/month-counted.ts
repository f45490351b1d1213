import * as t from 'io-ts'
import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { exactRecord } from '../../event/exact-record'
import { Month } from '../../values/month'

const CellOfVersion1 = exactRecord('Cell', { by: t.string, value: t.string, loans: t.number })
type CellOfVersion1 = t.TypeOf<typeof CellOfVersion1>

/** The first version: loans by borrower group, municipality and age class, with fewer than five loans merged. */
export const MonthCountedVersion1: AnyEventDefinition & { readonly type: 'MonthCounted' } = defineEvent(
  'MonthCounted',
  1,
  {
    open: { month: Month, cells: t.readonlyArray(CellOfVersion1) },
    sealed: {},
  },
)

/** How many there are of one value, such as one branch. Values of few borrowers are merged under `other`. */
export const StatisticsCell = exactRecord('Cell', { value: t.string, count: t.number })
export type StatisticsCell = t.TypeOf<typeof StatisticsCell>

/** A table of a month: what is counted (`loans`), by what (`municipality`), and its cells. */
const StatisticsTable = exactRecord('Table', { of: t.string, by: t.string, cells: t.readonlyArray(StatisticsCell) })
export type StatisticsTable = t.TypeOf<typeof StatisticsTable>

const cellsBy = (cells: ReadonlyArray<CellOfVersion1>, dimension: string): ReadonlyArray<StatisticsCell> =>
  cells.filter(({ by }) => by === dimension).map(({ value, loans }) => ({ value, count: loans }))

const tablesFromVersion1 = (cells: ReadonlyArray<CellOfVersion1>): ReadonlyArray<StatisticsTable> =>
  [...new Set(cells.map(({ by }) => by))].map((by) => ({ of: 'loans', by, cells: cellsBy(cells, by) }))

const liftFromVersion1 = (open: unknown) => {
  const { month, cells } = open as { readonly month: Month; readonly cells: ReadonlyArray<CellOfVersion1> }
  return { month, tables: tablesFromVersion1(cells) }
}

/** The anonymous statistics of a month: its tables, which say nothing of fewer than five borrowers. */
export const MonthCounted = defineEvent(
  'MonthCounted',
  2,
  { open: { month: Month, tables: t.readonlyArray(StatisticsTable) }, sealed: {} },
  { open: liftFromVersion1, sealed: {} },
)
export type MonthCounted = EventOf<typeof MonthCounted>
