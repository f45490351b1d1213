import * as either from 'fp-ts/Either'
import type { Either } from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { sqliteUnavailable } from './sqlite-failure'
import type { SqliteDatabase } from './open-sqlite-database'
import { inImmediateTransaction } from './immediate-transaction'

const schemaVersionOf = (db: SqliteDatabase): number => Number(db.pragma('user_version', { simple: true }))

/**
 * Migrates a file to the newest version: step n (SQL) leads from version n to n + 1, and a released step is never
 * changed. The file stores its version, which changes in the transaction of the steps.
 * A file of a later release is StoreUnavailable.
 */
export const migrateSqliteSchema =
  (steps: ReadonlyArray<string>) =>
  (db: SqliteDatabase): Either<StoreUnavailable, SqliteDatabase> => {
    if (schemaVersionOf(db) === steps.length) return either.right(db)
    if (schemaVersionOf(db) > steps.length)
      return either.left({
        _tag: 'StoreUnavailable',
        reason: 'the file was made by a later release: use that release, or restore a backup from before it',
      })
    return either.tryCatch(() => {
      inImmediateTransaction(db)(() => {
        for (const step of steps.slice(schemaVersionOf(db))) db.exec(step)
        db.pragma(`user_version = ${steps.length}`)
      })
      return db
    }, sqliteUnavailable)
  }
