import type { Task } from 'fp-ts/Task'
import type { BorrowerId } from '../language/ids'

/** Runs one thing at a time for each borrower, in order of asking. Stores nothing about anyone. */
export type Gate = (borrower: BorrowerId) => <A>(thing: Task<A>) => Task<A>
