import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { isSqliteSystemFailure, sqliteUnavailable } from './sqlite-failure'
import type { SqliteDatabase } from './open-sqlite-database'
import { inImmediateTransaction } from './immediate-transaction'

/** A piece of work within a transaction, and its result. */
export type TransactionWork<A> = () => A

/** Commits several pieces of work together. Each is answered with its own result once all of them are durable. */
export type GroupCommit = <A>(items: ReadonlyArray<TransactionWork<A>>) => ReadonlyArray<E.Either<StoreUnavailable, A>>

/**
 * Work that is committed together shares one transaction, and so one wait for the disk. Work that refuses must have
 * written nothing. When work throws, each piece of work runs again in a transaction of its own. When the disk or the
 * file fails, nothing is written and all work is answered with StoreUnavailable. `rolledBack` is called after each
 * rollback: caches of its writes are wrong.
 */
export const createGroupCommit =
  (rolledBack: () => void) =>
  (db: SqliteDatabase): GroupCommit => {
    const inTransaction = inImmediateTransaction(db)
    const runInTransaction = <A>(items: ReadonlyArray<TransactionWork<A>>): ReadonlyArray<A> => {
      try {
        return inTransaction(() => items.map((item) => item()))
      } catch (error) {
        rolledBack()
        throw error
      }
    }
    const commit: GroupCommit = (items) => {
      if (items.length === 0) return []
      try {
        return runInTransaction(items).map(E.right)
      } catch (error) {
        return items.length > 1 && !isSqliteSystemFailure(error)
          ? items.flatMap((item) => commit([item]))
          : items.map(() => E.left(sqliteUnavailable(error)))
      }
    }
    return commit
  }
