import type { Columns, OpenColumns, RowOf, Table } from './table'

export type Cell = string | number | null
export type Cells = Readonly<Record<string, Cell>>

/** Writes a row whole; one with the same key is replaced. */
export interface Put {
  readonly _tag: 'Put'
  readonly table: string
  readonly row: Cells
}
/** Changes some columns of the rows that match `where`, save those that match `unless`. */
export interface Set {
  readonly _tag: 'Set'
  readonly table: string
  readonly where: Cells
  readonly cells: Cells
  readonly unless: Cells
}
/** Removes the rows that match. */
export interface Remove {
  readonly _tag: 'Remove'
  readonly table: string
  readonly where: Cells
}
/** Adds to counting columns of one row, which is made with zeros when missing. */
export interface Add {
  readonly _tag: 'Add'
  readonly table: string
  readonly key: Cells
  readonly amounts: Readonly<Record<string, number>>
}

/** What a fold does to rows, as data: nothing is read, so nothing is decided by what may be forgotten. */
export type Change = Put | Set | Remove | Add

type Some<C extends Columns> = Partial<RowOf<C>>
const none: Cells = {}

export const put =
  <C extends Columns>(table: Table<C>) =>
  (row: RowOf<C>): Change => ({ _tag: 'Put', table: table.name, row })

export const set =
  <C extends Columns>(table: Table<C>) =>
  (where: Some<C>, cells: Some<C>, unless?: Some<C>): Change => ({
    _tag: 'Set',
    table: table.name,
    where: where as Cells,
    cells: cells as Cells,
    unless: (unless ?? none) as Cells,
  })

export const remove =
  <C extends Columns>(table: Table<C>) =>
  (where: Some<C>): Change => ({ _tag: 'Remove', table: table.name, where: where as Cells })

/** Counts in tables of open columns alone: a count is never made of what may be forgotten. */
export const add =
  <C extends OpenColumns>(table: Table<C>) =>
  (key: Some<C>, amounts: Partial<Readonly<Record<keyof C & string, number>>>): Change => ({
    _tag: 'Add',
    table: table.name,
    key: key as Cells,
    amounts: amounts as Readonly<Record<string, number>>,
  })
