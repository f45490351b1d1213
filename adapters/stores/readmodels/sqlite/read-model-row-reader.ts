import type { Statement } from 'better-sqlite3-multiple-ciphers'
import type { ColumnValue, ColumnValues } from '../../../../projections/read-model/row-change'
import type { RowQuery, ReadModelRows } from '../../../../projections/read-model/read-model-rows'
import type { TableColumns, RowOfColumns, ReadModelTable } from '../../../../projections/read-model/define-table'
import { sqlParameterHiddenFromPlanner } from '../../sqlite/sql-parameter-hidden-from-planner'
import {
  whereAtLeast,
  whereAtMost,
  valuesOfWhereConditions,
  whereEqual,
  whereLessThan,
  whereMoreThan,
  whereOneOf,
} from './where-conditions'
import { quoteIdentifier } from './statements-to-create-table'
import {
  trieNodeOfColumnValues,
  findOrAddSqlStatementTrieNode,
  findOrAddTrieChild,
  createSqlStatementTrieNode,
  type SqlStatementTrieNode,
} from './statement-trie'
import { withBlindValues, type ComputeBlindIndex } from './blind-index'
import type { StatementCache } from './statement-cache'

const noCells: ColumnValues = {}

/** The comparisons of a query with their values, always in the same order. */
const comparisonsOf = <C extends TableColumns>({
  where,
  atMost: upTo,
  lessThan: below,
  atLeast: from,
  greaterThan: after,
  oneOf: lists,
}: RowQuery<C>) =>
  [
    [whereEqual, where ?? noCells],
    [whereAtMost, upTo ?? noCells],
    [whereLessThan, below ?? noCells],
    [whereAtLeast, from ?? noCells],
    [whereMoreThan, after ?? noCells],
    [whereOneOf, lists ?? noCells],
  ] as ReadonlyArray<readonly [(cells: ColumnValues) => string, ColumnValues]>

const order = <C extends TableColumns>({ orderBy = [], orderByDescending: latestBy = [] }: RowQuery<C>): string => {
  const by = [...orderBy.map(quoteIdentifier), ...latestBy.map((name) => `${quoteIdentifier(name)} DESC`)]
  return by.length === 0 ? '' : ` ORDER BY ${by.join(', ')}`
}

const sqlOf = <C extends TableColumns>(selection: string, table: ReadModelTable<C>, find: RowQuery<C>): string => {
  const conditions = comparisonsOf(find)
    .map(([comparison, cells]) => comparison(cells))
    .filter((condition) => condition !== '')
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
  const limit = find.limit === undefined ? '' : ` LIMIT ${sqlParameterHiddenFromPlanner}`
  return `SELECT ${selection} FROM ${quoteIdentifier(table.name)}${where}${order(find)}${limit}`
}

const valuesOf = <C extends TableColumns>(find: RowQuery<C>): ReadonlyArray<ColumnValue> => {
  const values = find.where === undefined ? [] : [...valuesOfWhereConditions(find.where as ColumnValues)]
  for (const cells of [find.atMost, find.lessThan, find.atLeast, find.greaterThan])
    if (cells !== undefined) values.push(...valuesOfWhereConditions(cells as ColumnValues))
  if (find.oneOf !== undefined) for (const list of Object.values(find.oneOf)) values.push(JSON.stringify(list))
  if (find.limit !== undefined) values.push(find.limit)
  return values
}

/** The trie node of a query's statement. `selected` are the selected columns or the aggregate. */
const trieNodeOf = <C extends TableColumns>(
  root: SqlStatementTrieNode,
  selected: ReadonlyArray<string>,
  table: ReadModelTable<C>,
  find: RowQuery<C>,
): SqlStatementTrieNode => {
  let shape = findOrAddSqlStatementTrieNode(findOrAddTrieChild(root, table.name), selected)
  for (const cells of [find.where, find.atMost, find.lessThan, find.atLeast, find.greaterThan])
    shape = trieNodeOfColumnValues(shape, cells as ColumnValues)
  shape = findOrAddSqlStatementTrieNode(findOrAddSqlStatementTrieNode(shape, find.orderBy), find.orderByDescending)
  if (find.oneOf !== undefined)
    shape = findOrAddSqlStatementTrieNode(findOrAddTrieChild(shape, 'oneOf'), Object.keys(find.oneOf))
  return find.limit === undefined ? shape : findOrAddTrieChild(shape, 'limit')
}

/** Finds the prepared statement of a query. The SQL text is built once for each combination of columns. */
const findStatements = (statementOf: StatementCache) => {
  const root = createSqlStatementTrieNode()
  return <C extends TableColumns>(
    selected: ReadonlyArray<string>,
    selection: (selected: ReadonlyArray<string>) => string,
    table: ReadModelTable<C>,
    find: RowQuery<C>,
  ): Statement =>
    (trieNodeOf(root, selected, table, find).statement ??= statementOf(sqlOf(selection(selected), table, find)))
}

const allColumns = ['*']
const quotedList = (names: ReadonlyArray<string>): string => names.map(quoteIdentifier).join(', ')

/** Reads rows, uncommitted changes included. */
export const createReadModelRowReader = (
  statementOf: StatementCache,
  blindIndexOf: ComputeBlindIndex,
): ReadModelRows => {
  const toBlind = withBlindValues(blindIndexOf)
  /** The query with a hash in place of the value of a blind index. */
  const blinded = <C extends TableColumns>(
    { blindColumns }: ReadModelTable<C>,
    { where, ...rest }: RowQuery<C>,
  ): RowQuery<C> => ({ ...rest, where: toBlind(blindColumns, where as ColumnValues) as Partial<RowOfColumns<C>> })
  const valuesOfQuery = <C extends TableColumns>(table: ReadModelTable<C>, find: RowQuery<C>) =>
    valuesOf(table.blindColumns.length === 0 || find.where === undefined ? find : blinded(table, find))
  const findStatement = findStatements(statementOf)
  /** The result of a query for one number. */
  const number = <C extends TableColumns>(selection: string, table: ReadModelTable<C>, find: RowQuery<C>): number =>
    (
      findStatement([selection], () => `${selection} AS n`, table, find).get(...valuesOfQuery(table, find)) as {
        readonly n: number
      }
    ).n
  return {
    // `*` is safe: the table was created with the same columns.
    find: <C extends TableColumns>(table: ReadModelTable<C>, find: RowQuery<C>) =>
      findStatement(allColumns, () => '*', table, find).all(...valuesOfQuery(table, find)) as ReadonlyArray<
        RowOfColumns<C>
      >,
    findColumns: <C extends TableColumns, N extends keyof C & string>(
      table: ReadModelTable<C>,
      names: ReadonlyArray<N>,
      find: RowQuery<C>,
    ) =>
      findStatement(names, quotedList, table, find).all(...valuesOfQuery(table, find)) as ReadonlyArray<
        Pick<RowOfColumns<C>, N>
      >,
    count: (table, find) => number('count(*)', table, find),
    sum: (table, column, find) => number(`coalesce(sum(${quoteIdentifier(column)}), 0)`, table, find),
  }
}
