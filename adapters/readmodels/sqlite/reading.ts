import type { Statement } from 'better-sqlite3-multiple-ciphers'
import type { Cell, Cells } from '../../../projections/kernel/change'
import type { Find, Rows } from '../../../projections/kernel/rows'
import type { Columns, RowOf, Table } from '../../../projections/kernel/table'
import { atLeast, atMost, bound, columnsOf, equals, lessThan, moreThan } from './conditions'
import { quoted } from './schema'
import type { Statements } from './statements'

const none: Cells = {}

/** The comparisons of a search with their cells, always in the same order. */
const compared = <C extends Columns>({ where, upTo, below, from, after }: Find<C>) =>
  [
    [equals, where ?? none],
    [atMost, upTo ?? none],
    [lessThan, below ?? none],
    [atLeast, from ?? none],
    [moreThan, after ?? none],
  ] as ReadonlyArray<readonly [(cells: Cells) => string, Cells]>

const order = <C extends Columns>({ orderBy = [], latestBy = [] }: Find<C>): string => {
  const by = [...orderBy.map(quoted), ...latestBy.map((name) => `${quoted(name)} DESC`)]
  return by.length === 0 ? '' : ` ORDER BY ${by.join(', ')}`
}

const sqlOf = <C extends Columns>(what: string, table: Table<C>, find: Find<C>): string => {
  const stated = compared(find)
    .map(([comparison, cells]) => comparison(cells))
    .filter((condition) => condition !== '')
  const where = stated.length === 0 ? '' : ` WHERE ${stated.join(' AND ')}`
  const limit = find.limit === undefined ? '' : ' LIMIT ?'
  return `SELECT ${what} FROM ${quoted(table.name)}${where}${order(find)}${limit}`
}

const valuesOf = <C extends Columns>(find: Find<C>): ReadonlyArray<Cell> => {
  const values = find.where === undefined ? [] : [...bound(find.where as Cells)]
  for (const cells of [find.upTo, find.below, find.from, find.after])
    if (cells !== undefined) values.push(...bound(cells as Cells))
  if (find.limit !== undefined) values.push(find.limit)
  return values
}

/** What tells searches of one statement from those of another; made at each search, and much faster than the statement. */
const shapeOf = <C extends Columns>(what: string, table: Table<C>, find: Find<C>): string => {
  let shape = `${what} ${table.name} ${String(find.limit !== undefined)}`
  for (const cells of [find.where, find.upTo, find.below, find.from, find.after])
    shape += cells === undefined ? ' ' : ` ${columnsOf(cells as Cells)}`
  if (find.orderBy !== undefined) shape += ` ${find.orderBy.join()}`
  if (find.latestBy !== undefined) shape += ` latest ${find.latestBy.join()}`
  return shape
}

/** The statement of a search; its text is made once for each shape. */
const searches = (prepared: Statements) => {
  const known = new Map<string, Statement>()
  return <C extends Columns>(what: string, table: Table<C>, find: Find<C>): Statement => {
    const shape = shapeOf(what, table, find)
    const statement = known.get(shape) ?? prepared(sqlOf(what, table, find))
    known.set(shape, statement)
    return statement
  }
}

/** Reads the rows as they are, uncommitted changes included. */
export const reading = (prepared: Statements): Rows => {
  const search = searches(prepared)
  /** One number, of a search that answers one row of one number. */
  const number = <C extends Columns>(what: string, table: Table<C>, find: Find<C>): number =>
    (search(`${what} AS n`, table, find).get(...valuesOf(find)) as { readonly n: number }).n
  return {
    // The columns are those with which the table was made.
    find: <C extends Columns>(table: Table<C>, find: Find<C>) =>
      search('*', table, find).all(...valuesOf(find)) as ReadonlyArray<RowOf<C>>,
    count: (table, find) => number('count(*)', table, find),
    total: (table, column, find) => number(`coalesce(sum(${quoted(column)}), 0)`, table, find),
  }
}
