import type { TaskEither } from 'fp-ts/TaskEither'
import type { BorrowerId } from '../values/ids'
import type { StoreUnavailable } from '../ports/event-store'
import type { Library } from './library'

/** Does one thing at a time for a borrower: whatever reads or changes a standing comes through here. */
export const atGate =
  ({ gate }: Pick<Library, 'gate'>) =>
  (borrower: BorrowerId) =>
  <E, A>(thing: TaskEither<E, A>): TaskEither<E | StoreUnavailable, A> =>
    gate(borrower)(thing)
