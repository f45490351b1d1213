import type { ReadModelTable } from '../../../../projections/read-model/define-table'

export const quoteIdentifier = (name: string): string => `"${name}"`
const quoteIdentifiers = (names: ReadonlyArray<string>): string => names.map(quoteIdentifier).join(', ')

const columnDefinitions = ({ columns: all }: ReadModelTable): ReadonlyArray<string> =>
  Object.entries(all).map(([name, { type, nullable, role }]) => {
    const counted = type === 'integer' && role === 'open' && !nullable ? ' DEFAULT 0' : ''
    return `${quoteIdentifier(name)} ${type}${nullable ? '' : ' NOT NULL'}${counted}`
  })

/** Rows are purged by the columns that hold scopes, so each of these needs an index unless it leads the key. */
const indexedColumns = (table: ReadModelTable): ReadonlyArray<ReadonlyArray<string>> => {
  const searched = new Set([table.key, ...table.indexes].map(([leading]) => leading))
  const scopes = Object.entries(table.columns)
    .filter(([name, { role }]) => role === 'purgedWith' && !searched.has(name))
    .map(([name]) => [name])
  return [...table.indexes, ...scopes]
}

const indexNameOf = ({ name }: ReadModelTable, columns: ReadonlyArray<string>): string => [name, ...columns].join('_')

/** The columns of each index of a table, by its name. Those of set values are among them. */
export const indexesOfTable = (table: ReadModelTable): Readonly<Record<string, ReadonlyArray<string>>> =>
  Object.fromEntries(
    [...indexedColumns(table), ...table.indexesOfSetValues].map((columns) => [indexNameOf(table, columns), columns]),
  )

const statementToCreateIndex = (table: ReadModelTable, columns: ReadonlyArray<string>): string =>
  `CREATE INDEX ${quoteIdentifier(indexNameOf(table, columns))} ON ${quoteIdentifier(table.name)} (${quoteIdentifiers(columns)})`

/** The SQL statements that create a declared table and its indexes. */
export const statementsToCreateTable = (table: ReadModelTable): ReadonlyArray<string> => [
  `CREATE TABLE ${quoteIdentifier(table.name)} (${[...columnDefinitions(table), `PRIMARY KEY (${quoteIdentifiers(table.key)})`].join(', ')}) STRICT, WITHOUT ROWID`,
  ...indexedColumns(table).map((columns) => statementToCreateIndex(table, columns)),
  ...table.indexesOfSetValues.map(
    (columns) => `${statementToCreateIndex(table, columns)} WHERE ${quoteIdentifiers(columns.slice(0, 1))} IS NOT NULL`,
  ),
]

export const dropTableStatement = (name: string): string => `DROP TABLE IF EXISTS ${quoteIdentifier(name)}`
