import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/copy-aggregate'
import { loadAggregate } from '../command-handling/load-aggregate'
import type { EventReadError } from '../command-handling/open-event'
import type { BorrowerId, CopyId } from '../values/ids'
import type { StoreUnavailable } from '../ports/event-store'
import type { UseCaseDependencies } from './use-case-dependencies'

/** The borrower who has a copy on loan; undefined when it is not on loan or the borrower is erased. */
const findBorrowerOfCopy =
  (dependencies: UseCaseDependencies) =>
  (copy: CopyId): TE.TaskEither<EventReadError, BorrowerId | undefined> =>
    pipe(
      loadAggregate(dependencies.commandHandling)(copyAggregate(dependencies.policy))(copy),
      TE.map(({ state }) =>
        state._tag === 'OnLoan' && state.details._tag === 'Plain' ? state.details.value.borrower : undefined,
      ),
    )

/** Runs a task under the lock of the borrower who has the copy on loan, or without a lock when there is none. */
export const withLockOfCopyBorrower =
  (dependencies: UseCaseDependencies) =>
  (copy: CopyId) =>
  <E, A>(task: TE.TaskEither<E, A>): TE.TaskEither<E | EventReadError | StoreUnavailable, A> =>
    pipe(
      findBorrowerOfCopy(dependencies)(copy),
      TE.chainW((borrower) => (borrower === undefined ? task : dependencies.borrowerLock(borrower)(task))),
    )
