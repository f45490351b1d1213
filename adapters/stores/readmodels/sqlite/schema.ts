import type { Table } from '../../../../projections/kernel/table'

export const quoted = (name: string): string => `"${name}"`
const list = (names: ReadonlyArray<string>): string => names.map(quoted).join(', ')

const columns = ({ columns: all }: Table): ReadonlyArray<string> =>
  Object.entries(all).map(([name, { type, nullable, role }]) => {
    const counted = type === 'integer' && role === 'open' && !nullable ? ' DEFAULT 0' : ''
    return `${quoted(name)} ${type}${nullable ? '' : ' NOT NULL'}${counted}`
  })

/** Rows are purged by the columns that hold scopes, so each of these is searched by an index or by the key. */
const indexes = (table: Table): ReadonlyArray<ReadonlyArray<string>> => {
  const searched = new Set([table.key, ...table.indexes].map(([leading]) => leading))
  const scopes = Object.entries(table.columns)
    .filter(([name, { role }]) => role === 'goesWith' && !searched.has(name))
    .map(([name]) => [name])
  return [...table.indexes, ...scopes]
}

/** The statements that make a table, as it is declared. */
export const making = (table: Table): ReadonlyArray<string> => [
  `CREATE TABLE ${quoted(table.name)} (${[...columns(table), `PRIMARY KEY (${list(table.key)})`].join(', ')}) STRICT, WITHOUT ROWID`,
  ...indexes(table).map(
    (by) => `CREATE INDEX ${quoted([table.name, ...by].join('_'))} ON ${quoted(table.name)} (${list(by)})`,
  ),
]

export const dropping = (name: string): string => `DROP TABLE IF EXISTS ${quoted(name)}`
