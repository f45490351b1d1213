import * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { isOfTheMachine, storeUnavailable } from './failure'
import type { Db } from './open'
import { immediately } from './transaction'

/** Work within a transaction, and its answer. */
export type Job<A> = () => A

/** Commits many jobs together; each gets its own answer once all of them are durable. */
export type GroupCommit = <A>(jobs: ReadonlyArray<Job<A>>) => ReadonlyArray<E.Either<StoreUnavailable, A>>

/**
 * Jobs that come together share one transaction, and so one wait for the disk. A job decides by what it reads and
 * writes nothing where it refuses, so that a refusal touches no neighbour; a job that throws is run again by itself,
 * and so are its neighbours. When the machine fails (a full disk, say), nothing is written and all are told so.
 * `undone` is called whenever a transaction was rolled back: whatever was remembered of it is wrong.
 */
export const groupCommit =
  (undone: () => void) =>
  (db: Db): GroupCommit => {
    const transact = immediately(db)
    const attempt = <A>(jobs: ReadonlyArray<Job<A>>): ReadonlyArray<A> => {
      try {
        return transact(() => jobs.map((job) => job()))
      } catch (error) {
        undone()
        throw error
      }
    }
    const commit: GroupCommit = (jobs) => {
      if (jobs.length === 0) return []
      try {
        return attempt(jobs).map(E.right)
      } catch (error) {
        return jobs.length > 1 && !isOfTheMachine(error)
          ? jobs.flatMap((job) => commit([job]))
          : jobs.map(() => E.left(storeUnavailable(error)))
      }
    }
    return commit
  }
