import { createHash, type Hash } from 'node:crypto'
import type { Db } from '../open-database'

/** What a file holds: the number of its rows, and a SHA-256 of their values in the order of the first column, in hex. */
export interface ContentDigest {
  readonly rows: number
  readonly sha256: string
}

/** Tables that fill the copy of a file up to one of a few sizes. They are no part of the content. */
export const paddingTables = ['padding', 'padding_end'] as const

type Value = string | number | Buffer | null

export interface TableOfFile {
  readonly name: string
  readonly sql: string
}

/** The tables of a file, by name. */
export const tablesOf = (db: Db): ReadonlyArray<TableOfFile> =>
  db
    .prepare<[], TableOfFile>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .filter(({ name }) => !paddingTables.some((padding) => padding === name))

/** The SQL of the indexes of a file that are not made with their tables. */
export const indexesOf = (db: Db): ReadonlyArray<string> =>
  db.prepare<[], string>(`SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`).pluck().all()

export const countRows = (db: Db): number =>
  tablesOf(db).reduce((rows, { name }) => rows + Number(db.prepare(`SELECT count(*) FROM ${name}`).pluck().get()), 0)

/** The rows of a table in the order of its first column, which is its primary key. */
export const rowsOf = (db: Db, { name }: TableOfFile): Iterable<ReadonlyArray<Value>> =>
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
export const contentDigest = () => {
  const digest = createHash('sha256')
  let rows = 0
  return {
    beginTable: ({ name }: TableOfFile): void => addValue(digest, name),
    add: (row: ReadonlyArray<Value>): void => {
      for (const value of row) addValue(digest, value)
      rows += 1
    },
    end: (): ContentDigest => ({ rows, sha256: digest.digest('hex') }),
  }
}

/** Reads all rows of a file. Throws what the driver throws. */
export const digestOfContent = (db: Db): ContentDigest => {
  const digest = contentDigest()
  for (const table of tablesOf(db)) {
    digest.beginTable(table)
    for (const row of rowsOf(db, table)) digest.add(row)
  }
  return digest.end()
}
