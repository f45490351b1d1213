import { createHash, type Hash } from 'node:crypto'
import type { SqliteDatabase } from '../open-sqlite-database'

/** What a file holds: the number of its rows, and a SHA-256 of their values in the order of the first column, in hex. */
export interface DatabaseContentDigest {
  readonly rows: number
  readonly sha256: string
}

/** Tables that fill the copy of a file up to one of a few sizes. They are no part of the content. */
export const paddingTableNames = ['padding', 'padding_end'] as const

type Value = string | number | Buffer | null

export interface TableInDatabaseFile {
  readonly name: string
  readonly sql: string
}

/** The tables of a file, by name. */
export const tablesOfSqliteFile = (db: SqliteDatabase): ReadonlyArray<TableInDatabaseFile> =>
  db
    .prepare<[], TableInDatabaseFile>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .filter(({ name }) => !paddingTableNames.some((padding) => padding === name))

/** The SQL of the indexes of a file that are not made with their tables. */
export const indexStatementsOfSqliteFile = (db: SqliteDatabase): ReadonlyArray<string> =>
  db.prepare<[], string>(`SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`).pluck().all()

export const countRowsOfAllTables = (db: SqliteDatabase): number =>
  tablesOfSqliteFile(db).reduce(
    (rows, { name }) => rows + Number(db.prepare(`SELECT count(*) FROM ${name}`).pluck().get()),
    0,
  )

/** The rows of a table in the order of its first column, which is its primary key. */
export const rowsOfDatabaseFileTable = (
  db: SqliteDatabase,
  { name }: TableInDatabaseFile,
): Iterable<ReadonlyArray<Value>> =>
  db.prepare<[], ReadonlyArray<Value>>(`SELECT * FROM ${name} NOT INDEXED ORDER BY 1`).raw().iterate()

const typeOf = (value: Value): string => {
  if (value === null) return 'n'
  return typeof value === 'object' ? 'b' : typeof value === 'number' ? 'i' : 't'
}

const addValue = (digest: Hash, value: Value): void => {
  const bytes = typeof value === 'number' ? String(value) : (value ?? '')
  digest.update(`${typeOf(value)}${String(Buffer.byteLength(bytes))}:`).update(bytes)
}

/** A digest of content, to which rows are added. */
export const createContentDigestBuilder = () => {
  const digest = createHash('sha256')
  let rows = 0
  return {
    beginTable: ({ name }: TableInDatabaseFile): void => addValue(digest, name),
    add: (row: ReadonlyArray<Value>): void => {
      for (const value of row) addValue(digest, value)
      rows += 1
    },
    end: (): DatabaseContentDigest => ({ rows, sha256: digest.digest('hex') }),
  }
}

/** Reads all rows of a file. Throws what the driver throws. */
export const digestOfDatabaseRows = (db: SqliteDatabase): DatabaseContentDigest => {
  const digest = createContentDigestBuilder()
  for (const table of tablesOfSqliteFile(db)) {
    digest.beginTable(table)
    for (const row of rowsOfDatabaseFileTable(db, table)) digest.add(row)
  }
  return digest.end()
}
