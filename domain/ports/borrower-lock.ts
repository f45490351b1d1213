import type { TaskEither } from 'fp-ts/TaskEither'
import type { BorrowerId } from '../values/ids'
import type { StoreUnavailable } from './event-store'

/**
 * Runs one task at a time for each borrower, in the order of the calls. It stores nothing about a borrower. When the
 * lock cannot be taken (several processes share it), the task is not run.
 */
export type BorrowerLock = (
  borrower: BorrowerId,
) => <E, A>(task: TaskEither<E, A>) => TaskEither<E | StoreUnavailable, A>
