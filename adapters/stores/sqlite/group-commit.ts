import { either } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { isOfTheMachine, storeUnavailable } from './failure'
import type { Db } from './open'
import { immediately } from './transaction'

/** What the owner of a group commit is told. */
export interface Watcher {
  /** The transaction is durable; nobody has been answered yet. */
  readonly committed: () => void
  /** The transaction was undone: whatever was remembered of it is wrong. */
  readonly undone: () => void
}

/** Runs work within the next commit, and answers what it answered once that is durable. */
export type Submit = <E, A>(work: () => Either<E, A>) => Promise<Either<E | StoreUnavailable, A>>

export interface GroupCommit {
  readonly submit: Submit
  /** Commits what waits, and takes nothing more. */
  readonly close: () => void
}

interface Job {
  readonly work: () => unknown
  /** The work and its answer are of one type: see submit. */
  readonly answer: (outcome: never) => void
}

const closed: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'the store is closed' }

/**
 * One writer: work that is handed in during one turn of the event loop shares one transaction, and so one wait for
 * the disk. Work decides by what it reads and writes nothing where it refuses, so that a refusal touches no
 * neighbour; work that throws is run again by itself, and so are its neighbours. When the machine fails (a full
 * disk, say), nothing is written and all are told so.
 */
export const groupCommit =
  (watcher: Watcher) =>
  (db: Db): GroupCommit => {
    const transact = immediately(db)
    let waiting: Array<Job> = []
    let open = true

    const attempt = (jobs: ReadonlyArray<Job>): ReadonlyArray<unknown> => {
      try {
        return transact(() => jobs.map((job) => job.work()))
      } catch (error) {
        watcher.undone()
        throw error
      }
    }
    const run = (jobs: ReadonlyArray<Job>): void => {
      try {
        const results = attempt(jobs)
        watcher.committed()
        jobs.forEach((job, at) => job.answer(results[at] as never))
      } catch (error) {
        if (jobs.length > 1 && !isOfTheMachine(error)) for (const job of jobs) run([job])
        else for (const job of jobs) job.answer(either.left(storeUnavailable(error)) as never)
      }
    }
    const commit = (): void => {
      const jobs = waiting
      waiting = []
      if (jobs.length > 0) run(jobs)
    }
    return {
      submit: (work) =>
        new Promise((answer) => {
          if (!open) answer(either.left(closed))
          else if (waiting.push({ work, answer }) === 1) setImmediate(commit)
        }),
      close: () => {
        open = false
        commit()
      },
    }
  }
