import type { Statement } from 'better-sqlite3-multiple-ciphers'
import type { Cell, Cells } from '../../../../projections/kernel/change'
import type { Find, Rows } from '../../../../projections/kernel/rows'
import type { Columns, RowOf, Table } from '../../../../projections/kernel/table'
import { unseen } from '../../sqlite/unseen'
import { atLeast, atMost, bound, equals, lessThan, moreThan } from './conditions'
import { quoted } from './schema'
import { byCells, byNames, further, noWords, type Shape } from './shapes'
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
  const limit = find.limit === undefined ? '' : ` LIMIT ${unseen}`
  return `SELECT ${what} FROM ${quoted(table.name)}${where}${order(find)}${limit}`
}

const valuesOf = <C extends Columns>(find: Find<C>): ReadonlyArray<Cell> => {
  const values = find.where === undefined ? [] : [...bound(find.where as Cells)]
  for (const cells of [find.upTo, find.below, find.from, find.after])
    if (cells !== undefined) values.push(...bound(cells as Cells))
  if (find.limit !== undefined) values.push(find.limit)
  return values
}

/** Where the statement of a search stands: `words` say what is wanted of the rows. */
const shapeOf = <C extends Columns>(
  all: Shape,
  words: ReadonlyArray<string>,
  table: Table<C>,
  find: Find<C>,
): Shape => {
  let shape = byNames(further(all, table.name), words)
  for (const cells of [find.where, find.upTo, find.below, find.from, find.after]) shape = byCells(shape, cells as Cells)
  shape = byNames(byNames(shape, find.orderBy), find.latestBy)
  return find.limit === undefined ? shape : further(shape, 'limit')
}

/** The statement of a search; its text is made once for each shape. */
const searches = (prepared: Statements) => {
  const all = noWords()
  return <C extends Columns>(
    words: ReadonlyArray<string>,
    what: (words: ReadonlyArray<string>) => string,
    table: Table<C>,
    find: Find<C>,
  ): Statement => (shapeOf(all, words, table, find).statement ??= prepared(sqlOf(what(words), table, find)))
}

const everything = ['*']
const quotedList = (names: ReadonlyArray<string>): string => names.map(quoted).join(', ')

/** Reads the rows as they are, uncommitted changes included. */
export const reading = (prepared: Statements): Rows => {
  const search = searches(prepared)
  /** One number, of a search that answers one row of one number. */
  const number = <C extends Columns>(what: string, table: Table<C>, find: Find<C>): number =>
    (search([what], () => `${what} AS n`, table, find).get(...valuesOf(find)) as { readonly n: number }).n
  return {
    // The columns are those with which the table was made.
    find: <C extends Columns>(table: Table<C>, find: Find<C>) =>
      search(everything, () => '*', table, find).all(...valuesOf(find)) as ReadonlyArray<RowOf<C>>,
    pick: <C extends Columns, N extends keyof C & string>(table: Table<C>, names: ReadonlyArray<N>, find: Find<C>) =>
      search(names, quotedList, table, find).all(...valuesOf(find)) as ReadonlyArray<Pick<RowOf<C>, N>>,
    count: (table, find) => number('count(*)', table, find),
    total: (table, column, find) => number(`coalesce(sum(${quoted(column)}), 0)`, table, find),
  }
}
