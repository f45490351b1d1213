import type { Statement } from 'better-sqlite3-multiple-ciphers'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'

/** Prepares the statement of an SQL text, once. */
export type StatementCache = (sql: string) => Statement

/**
 * Caches prepared statements by SQL text. There are some dozens: one for each combination of columns, because values are
 * always parameters.
 */
export const createStatementCache = (db: SqliteDatabase): StatementCache => {
  const statements = new Map<string, Statement>()
  return (sql) => {
    const cached = statements.get(sql)
    if (cached !== undefined) return cached
    const statement = db.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
}
