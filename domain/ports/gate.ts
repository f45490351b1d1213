import type { TaskEither } from 'fp-ts/TaskEither'
import type { BorrowerId } from '../values/ids'
import type { StoreUnavailable } from './event-store'

/**
 * Runs one thing at a time for each borrower, in order of asking. Stores nothing about anyone. A gate that several
 * processes share may not answer: then the thing is not run.
 */
export type Gate = (borrower: BorrowerId) => <E, A>(thing: TaskEither<E, A>) => TaskEither<E | StoreUnavailable, A>
