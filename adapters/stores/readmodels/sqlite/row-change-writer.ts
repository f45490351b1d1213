import type {
  IncrementColumns,
  ColumnValue,
  RowChange,
  PutRow,
  RemoveRows,
  SetColumns,
} from '../../../../projections/read-model/row-change'
import type { ReadModelTable } from '../../../../projections/read-model/define-table'
import { withBlindValues, type ComputeBlindIndex } from './blind-index'
import { valuesOfWhereConditions, whereEqual } from './where-conditions'
import { quoteIdentifier } from './statements-to-create-table'
import {
  trieNodeOfColumnValues,
  findOrAddSqlStatementTrieNode,
  findOrAddTrieChild,
  createSqlStatementTrieNode,
  type SqlStatementTrieNode,
} from './statement-trie'
import type { StatementCache } from './statement-cache'

const columnNames = (cells: object): string => Object.keys(cells).map(quoteIdentifier).join(', ')
const placeholders = (cells: object): string =>
  Object.keys(cells)
    .map(() => '?')
    .join(', ')

const putSql = ({ table, row }: PutRow): string =>
  `INSERT OR REPLACE INTO ${quoteIdentifier(table)} (${columnNames(row)}) VALUES (${placeholders(row)})`

const setSql = ({ table, values: cells, where, unless }: SetColumns): string => {
  const assignments = Object.keys(cells).map((name) => `${quoteIdentifier(name)} = ?`)
  const exceptions = Object.keys(unless).length === 0 ? '' : ` AND NOT (${whereEqual(unless)})`
  return `UPDATE ${quoteIdentifier(table)} SET ${assignments.join(', ')} WHERE ${whereEqual(where)}${exceptions}`
}

const removeSql = ({ table, where }: RemoveRows): string =>
  `DELETE FROM ${quoteIdentifier(table)} WHERE ${whereEqual(where)}`

const incrementSql = ({ table, key, amounts }: IncrementColumns): string => {
  const sums = Object.keys(amounts).map(
    (name) => `${quoteIdentifier(name)} = ${quoteIdentifier(name)} + excluded.${quoteIdentifier(name)}`,
  )
  const row = { ...key, ...amounts }
  return `INSERT INTO ${quoteIdentifier(table)} (${columnNames(row)}) VALUES (${placeholders(row)}) ON CONFLICT (${columnNames(key)}) DO UPDATE SET ${sums.join(', ')}`
}

const changeSql = (change: RowChange): string => {
  switch (change._tag) {
    case 'Put':
      return putSql(change)
    case 'Set':
      return setSql(change)
    case 'Remove':
      return removeSql(change)
    case 'Increment':
      return incrementSql(change)
  }
}

const valuesOf = (change: RowChange): ReadonlyArray<ColumnValue> => {
  switch (change._tag) {
    case 'Put':
      return Object.values(change.row)
    case 'Set':
      return [
        ...Object.values(change.values),
        ...valuesOfWhereConditions(change.where),
        ...valuesOfWhereConditions(change.unless),
      ]
    case 'Remove':
      return valuesOfWhereConditions(change.where)
    case 'Increment':
      return [...Object.values(change.key), ...Object.values(change.amounts)]
  }
}

/** The trie node of a change's statement. */
const trieNodeOf = (root: SqlStatementTrieNode, change: RowChange): SqlStatementTrieNode => {
  const shape = findOrAddTrieChild(findOrAddTrieChild(root, change._tag), change.table)
  switch (change._tag) {
    case 'Put':
      return findOrAddSqlStatementTrieNode(shape, Object.keys(change.row))
    case 'Set':
      return trieNodeOfColumnValues(
        trieNodeOfColumnValues(findOrAddSqlStatementTrieNode(shape, Object.keys(change.values)), change.where),
        change.unless,
      )
    case 'Remove':
      return trieNodeOfColumnValues(shape, change.where)
    case 'Increment':
      return findOrAddSqlStatementTrieNode(
        findOrAddSqlStatementTrieNode(shape, Object.keys(change.key)),
        Object.keys(change.amounts),
      )
  }
}

/** Writes changes to the rows, within the open transaction. Only a row that is put has a value for a blind index. */
export const createRowChangeWriter = (
  statementOf: StatementCache,
  tables: ReadonlyArray<ReadModelTable>,
  blindIndexOf: ComputeBlindIndex,
): ((change: RowChange) => void) => {
  const root = createSqlStatementTrieNode()
  const blindColumns = new Map(tables.map((table) => [table.name, table.blindColumns]))
  const toBlind = withBlindValues(blindIndexOf)
  const blinded = (change: RowChange): RowChange =>
    change._tag === 'Put' ? { ...change, row: toBlind(blindColumns.get(change.table) ?? [], change.row) } : change
  return (plain) => {
    const change = (blindColumns.get(plain.table) ?? []).length === 0 ? plain : blinded(plain)
    const statement = (trieNodeOf(root, change).statement ??= statementOf(changeSql(change)))
    statement.run(...valuesOf(change))
  }
}
