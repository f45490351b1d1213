import type { DeclaredDatabase } from '../../../retention/derived-stores/derived-store'

/** A table as a database has it. */
export interface RealTable {
  readonly name: string
  readonly columns: ReadonlyArray<string>
  /** The columns of each index, by its name. */
  readonly indexes: Readonly<Record<string, ReadonlyArray<string>>>
}

const lacking = (what: string, names: ReadonlyArray<string>, others: ReadonlyArray<string>): ReadonlyArray<string> =>
  names.filter((name) => !others.includes(name)).map((name) => `${what} ${name}`)

const differences = (database: DeclaredDatabase, real: RealTable): ReadonlyArray<string> => {
  const declared = database.tables.find(({ name }) => name === real.name)
  if (declared === undefined) return [`not declared: table ${real.name}`]
  const columns = Object.keys(declared.columns)
  const place = (name: string): string => `${real.name}.${name}`
  return [
    ...lacking('not declared: column', real.columns.map(place), columns.map(place)),
    ...lacking('not in the database: column', columns.map(place), real.columns.map(place)),
    ...lacking('not declared: index', Object.keys(real.indexes), Object.keys(declared.indexes)),
    ...lacking('not in the database: index', Object.keys(declared.indexes), Object.keys(real.indexes)),
    ...Object.entries(real.indexes)
      .filter(([name, by]) => declared.indexes[name] !== undefined && declared.indexes[name].join() !== by.join())
      .map(([name]) => `declared with other columns: index ${name}`),
  ]
}

/** What a database has and its declaration lacks, and the other way round, each by its name. */
export const undeclaredParts = (
  database: DeclaredDatabase,
  tables: ReadonlyArray<RealTable>,
): ReadonlyArray<string> => [
  ...tables.flatMap((table) => differences(database, table)),
  ...lacking(
    'not in the database: table',
    database.tables.map(({ name }) => name),
    tables.map(({ name }) => name),
  ),
]
