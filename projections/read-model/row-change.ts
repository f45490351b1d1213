import type { TableColumns, OpenTableColumns, RowOfColumns, ReadModelTable } from './define-table'

export type ColumnValue = string | number | null
export type ColumnValues = Readonly<Record<string, ColumnValue>>

/** Writes a whole row; a row with the same key is replaced. */
export interface PutRow {
  readonly _tag: 'Put'
  readonly table: string
  readonly row: ColumnValues
}
/** Sets columns of the rows that match `where`, except those that match `unless`. */
export interface SetColumns {
  readonly _tag: 'Set'
  readonly table: string
  readonly where: ColumnValues
  readonly values: ColumnValues
  readonly unless: ColumnValues
}
/** Removes the rows that match. */
export interface RemoveRows {
  readonly _tag: 'Remove'
  readonly table: string
  readonly where: ColumnValues
}
/** Increments counting columns of one row; a missing row is created with zeros. */
export interface IncrementColumns {
  readonly _tag: 'Increment'
  readonly table: string
  readonly key: ColumnValues
  readonly amounts: Readonly<Record<string, number>>
}

/** A change of rows, as data. A fold reads no rows, so it decides nothing by values that may be forgotten. */
export type RowChange = PutRow | SetColumns | RemoveRows | IncrementColumns

type SomeColumns<C extends TableColumns> = Partial<RowOfColumns<C>>
const noCondition: ColumnValues = {}

export const putRow =
  <C extends TableColumns>(table: ReadModelTable<C>) =>
  (row: RowOfColumns<C>): RowChange => ({ _tag: 'Put', table: table.name, row })

export const setColumns =
  <C extends TableColumns>(table: ReadModelTable<C>) =>
  (where: SomeColumns<C>, values: SomeColumns<C>, unless?: SomeColumns<C>): RowChange => ({
    _tag: 'Set',
    table: table.name,
    where: where as ColumnValues,
    values: values as ColumnValues,
    unless: (unless ?? noCondition) as ColumnValues,
  })

export const removeRows =
  <C extends TableColumns>(table: ReadModelTable<C>) =>
  (where: SomeColumns<C>): RowChange => ({ _tag: 'Remove', table: table.name, where: where as ColumnValues })

/** Increments counters. Only for tables of open columns: a count must not include what may be forgotten. */
export const incrementColumns =
  <C extends OpenTableColumns>(table: ReadModelTable<C>) =>
  (key: SomeColumns<C>, amounts: Partial<Readonly<Record<keyof C & string, number>>>): RowChange => ({
    _tag: 'Increment',
    table: table.name,
    key: key as ColumnValues,
    amounts: amounts as Readonly<Record<string, number>>,
  })
