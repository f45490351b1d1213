import type { TaskEither } from 'fp-ts/TaskEither'
import type { BorrowerId } from '../values/ids'
import type { StoreUnavailable } from '../ports/event-store'
import type { UseCaseDependencies } from './use-case-dependencies'

/** Runs a task under a borrower's lock. Each use case that reads or changes a standing uses it. */
export const withBorrowerLock =
  ({ borrowerLock }: Pick<UseCaseDependencies, 'borrowerLock'>) =>
  (borrower: BorrowerId) =>
  <E, A>(task: TaskEither<E, A>): TaskEither<E | StoreUnavailable, A> =>
    borrowerLock(borrower)(task)
