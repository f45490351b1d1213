import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { isSqliteSystemFailure, sqliteUnavailable } from './sqlite-failure'
import type { Db } from './open-database'
import { inImmediateTransaction } from './immediate-transaction'

/** Called by a group commit after each transaction. */
export interface CommitCallbacks {
  /** The transaction is durable; its work is not answered yet. */
  readonly committed: () => void
  /** The transaction was rolled back: caches of its writes are wrong. */
  readonly rolledBack: () => void
}

/** Runs work in the next transaction, and answers its result once the transaction is durable. */
export type Submit = <E, A>(work: () => Either<E, A>) => Promise<Either<E | StoreUnavailable, A>>

export interface GroupCommit {
  readonly submit: Submit
  /** Commits the pending work, and refuses further work. */
  readonly close: () => void
}

interface PendingWork {
  readonly work: () => unknown
  /** Takes the result of `work`: see submit. */
  readonly answer: (outcome: never) => void
}

const storeClosed: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'the store is closed' }

/**
 * One writer: work submitted in one turn of the event loop shares one transaction, and so one wait for the disk. Work
 * that refuses (a Left) must have written nothing. When work throws, each piece of work runs again in a transaction of
 * its own. When the disk or the file fails, nothing is written and all work is answered with StoreUnavailable.
 */
export const groupCommit =
  (callbacks: CommitCallbacks) =>
  (db: Db): GroupCommit => {
    const inTransaction = inImmediateTransaction(db)
    let pending: Array<PendingWork> = []
    let isOpen = true

    const runInTransaction = (items: ReadonlyArray<PendingWork>): ReadonlyArray<unknown> => {
      try {
        return inTransaction(() => items.map((item) => item.work()))
      } catch (error) {
        callbacks.rolledBack()
        throw error
      }
    }
    const run = (items: ReadonlyArray<PendingWork>): void => {
      try {
        const results = runInTransaction(items)
        callbacks.committed()
        items.forEach((item, at) => item.answer(results[at] as never))
      } catch (error) {
        if (items.length > 1 && !isSqliteSystemFailure(error)) for (const item of items) run([item])
        else for (const item of items) item.answer(either.left(sqliteUnavailable(error)) as never)
      }
    }
    const commit = (): void => {
      const items = pending
      pending = []
      if (items.length > 0) run(items)
    }
    return {
      submit: (work) =>
        new Promise((answer) => {
          if (!isOpen) answer(either.left(storeClosed))
          else if (pending.push({ work, answer }) === 1) setImmediate(commit)
        }),
      close: () => {
        isOpen = false
        commit()
      },
    }
  }
