import type { Statement } from 'better-sqlite3-multiple-ciphers'
import type { Db } from '../../sqlite/open'

/** Answers the statement of a text, prepared once. */
export type Statements = (sql: string) => Statement

/**
 * Statements by their text. There are as many as changes and searches have shapes, which is some dozens: no value ever
 * stands in a text.
 */
export const statements = (db: Db): Statements => {
  const prepared = new Map<string, Statement>()
  return (sql) => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const statement = db.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
}
