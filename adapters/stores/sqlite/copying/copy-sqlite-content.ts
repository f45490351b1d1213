import type { SqliteDatabase } from '../open-sqlite-database'
import {
  createContentDigestBuilder,
  indexStatementsOfSqliteFile,
  rowsOfDatabaseFileTable,
  tablesOfSqliteFile,
  type DatabaseContentDigest,
} from './database-content-digest'

/** Rows between two pauses of a copy. */
const rowsAtATime = 10_000

const placeholders = (columns: number): string => Array.from({ length: columns }, () => '?').join(', ')

/**
 * Copies the content of a file into an empty one: tables, rows, then indexes. Only rows that the file has are copied, so
 * nothing of what was deleted or overwritten. Yields the number of rows copied, now and then; answers what was copied.
 * Throws what the driver throws.
 */
export const copySqliteContent = function* (
  source: SqliteDatabase,
  target: SqliteDatabase,
): Generator<number, DatabaseContentDigest> {
  const digest = createContentDigestBuilder()
  let copied = 0
  target.exec('BEGIN')
  for (const table of tablesOfSqliteFile(source)) {
    digest.beginTable(table)
    target.exec(table.sql)
    const columns = Number(target.prepare(`SELECT count(*) FROM pragma_table_info('${table.name}')`).pluck().get())
    const insert = target.prepare(`INSERT INTO ${table.name} VALUES (${placeholders(columns)})`)
    for (const row of rowsOfDatabaseFileTable(source, table)) {
      digest.add(row)
      insert.run(row)
      copied += 1
      if (copied % rowsAtATime === 0) yield copied
    }
  }
  for (const sql of indexStatementsOfSqliteFile(source)) target.exec(sql)
  target.pragma(`user_version = ${String(source.pragma('user_version', { simple: true }))}`)
  target.exec('COMMIT')
  return digest.end()
}
