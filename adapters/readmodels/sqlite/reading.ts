import type { Cells } from '../../../projections/kernel/change'
import type { Find, Rows } from '../../../projections/kernel/rows'
import type { Columns, RowOf, Table } from '../../../projections/kernel/table'
import { atLeast, atMost, bound, equals, lessThan, moreThan } from './conditions'
import { quoted } from './schema'
import type { Statements } from './statements'

interface Search {
  readonly sql: string
  readonly values: ReadonlyArray<string | number | null>
}

const none: Cells = {}

const conditions = <C extends Columns>(find: Find<C>): Search => {
  const where = (find.where ?? none) as Cells
  const [upTo, below, from, after] = [find.upTo, find.below, find.from, find.after].map(
    (cells) => (cells ?? none) as Cells,
  )
  const all = [
    equals(where),
    atMost(upTo ?? none),
    lessThan(below ?? none),
    atLeast(from ?? none),
    moreThan(after ?? none),
  ]
  const stated = all.filter((condition) => condition !== '')
  const values = [where, upTo, below, from, after].flatMap((cells) => bound(cells ?? none))
  return { sql: stated.length === 0 ? '' : ` WHERE ${stated.join(' AND ')}`, values }
}

const order = <C extends Columns>({ orderBy = [], latestBy = [] }: Find<C>): string => {
  const by = [...orderBy.map(quoted), ...latestBy.map((name) => `${quoted(name)} DESC`)]
  return by.length === 0 ? '' : ` ORDER BY ${by.join(', ')}`
}

const limited = <C extends Columns>({ limit }: Find<C>, { sql, values }: Search): Search =>
  limit === undefined ? { sql, values } : { sql: `${sql} LIMIT ?`, values: [...values, limit] }

const search = <C extends Columns>(what: string, table: Table<C>, find: Find<C>): Search => {
  const { sql, values } = conditions(find)
  return limited(find, { sql: `SELECT ${what} FROM ${quoted(table.name)}${sql}${order(find)}`, values })
}

/** One value, of a search that answers one row of one number. */
const number = (prepared: Statements, { sql, values }: Search): number =>
  (prepared(sql).get(...values) as { readonly n: number }).n

/** Reads the rows as they are, uncommitted changes included. */
export const reading = (prepared: Statements): Rows => ({
  find: <C extends Columns>(table: Table<C>, find: Find<C>) => {
    const { sql, values } = search('*', table, find)
    // The columns are those with which the table was made.
    return prepared(sql).all(...values) as ReadonlyArray<RowOf<C>>
  },
  count: (table, find) => number(prepared, search('count(*) AS n', table, find)),
  total: (table, column, find) => number(prepared, search(`coalesce(sum(${quoted(column)}), 0) AS n`, table, find)),
})
