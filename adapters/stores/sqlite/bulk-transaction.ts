import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { isOfTheMachine, storeUnavailable } from './failure'
import type { Submit } from './group-commit'
import type { Db } from './open'

/** What the owner of a bulk transaction is told. */
export interface BulkWatcher {
  /** A piece of work was done, and is read from now on. It is not durable yet. */
  readonly done: () => void
  /** A piece of work was undone: whatever was remembered of it is wrong. */
  readonly undone: () => void
}

/** Work on one file that becomes durable together, with `commit` and not before. Its connection reads it at once. */
export interface BulkTransaction {
  /** Does work at once, and answers before it is durable. Work that throws is undone, and touches no neighbour. */
  readonly submit: Submit
  /** Whether something is not durable, or has failed to be. */
  readonly isPending: () => boolean
  /** Makes durable what was done. After a failure nothing is written any more: the answers given before are void. */
  readonly commit: () => Either<StoreUnavailable, void>
}

export const bulkTransaction =
  ({ done, undone }: BulkWatcher) =>
  (db: Db): BulkTransaction => {
    // What a savepoint may have to undo stays in memory.
    db.pragma('temp_store = memory')
    const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) => db.prepare(sql))
    const [hold, release, back] = ['SAVEPOINT work', 'RELEASE work', 'ROLLBACK TO work'].map((sql) => db.prepare(sql))
    let failed: StoreUnavailable | undefined

    const fail = (error: unknown): StoreUnavailable => {
      failed ??= storeUnavailable(error)
      if (db.inTransaction) rollback?.run()
      undone()
      return failed
    }
    const undo = (error: unknown): StoreUnavailable => {
      // The machine has failed, or has ended the transaction by itself: what was answered before cannot be kept.
      if (isOfTheMachine(error) || !db.inTransaction) return fail(error)
      back?.run()
      release?.run()
      undone()
      return storeUnavailable(error)
    }
    const work = <E, A>(job: () => Either<E, A>): Either<E | StoreUnavailable, A> => {
      if (failed !== undefined) return either.left(failed)
      try {
        if (!db.inTransaction) begin?.run()
        hold?.run()
        const answer = job()
        release?.run()
        done()
        return answer
      } catch (error) {
        return either.left(undo(error))
      }
    }
    return {
      submit: (job) => Promise.resolve(work(job)),
      isPending: () => failed !== undefined || db.inTransaction,
      commit: () => {
        if (failed !== undefined) return either.left(failed)
        try {
          if (db.inTransaction) commit?.run()
          return either.right(undefined)
        } catch (error) {
          return either.left(fail(error))
        }
      },
    }
  }
