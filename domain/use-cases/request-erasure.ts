import { pipe } from 'fp-ts/function'
import * as T from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../borrower/borrower-aggregate'
import type { BorrowerEvent } from '../borrower/borrower-event'
import type { BorrowerRefusal } from '../borrower/borrower-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import type { CommandIdSource } from '../command-handling/command-id-source'
import { handleCommand } from '../command-handling/handle-command'
import type { BorrowerId } from '../values/ids'
import type { UseCaseResult } from './use-case-result'
import { withBorrowerLock } from './with-borrower-lock'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** A borrower asks for erasure. */
interface RequestErasureRequest extends CommandMetadata {
  readonly borrower: BorrowerId
}

const handleRequest = (
  dependencies: UseCaseDependencies,
  borrower: BorrowerId,
  cause: CommandIdSource | undefined,
): UseCaseResult<BorrowerRefusal, BorrowerEvent> =>
  pipe(
    dependencies.decisionQueries.obligations(borrower),
    TE.chainW((obligations) =>
      handleCommand(dependencies.commandHandling)(borrowerAggregate(dependencies.policy))(borrower, cause)({
        type: 'RequestErasure',
        borrower,
        obligations,
      }),
    ),
  )

/** How the borrower is reached is read before the request, and the message handed over after it, without the lock. */
const requestAndTell =
  (dependencies: UseCaseDependencies) =>
  (borrower: BorrowerId, cause: CommandIdSource | undefined): UseCaseResult<BorrowerRefusal, BorrowerEvent> =>
    pipe(
      dependencies.prepareErasedMessage(borrower),
      TE.bindTo('tellBorrower'),
      TE.bindW('result', () => withBorrowerLock(dependencies)(borrower)(handleRequest(dependencies, borrower, cause))),
      TE.chainFirstTaskK(({ result, tellBorrower }) =>
        result.repeated || result.events.length === 0 ? T.of(undefined) : tellBorrower,
      ),
      TE.map(({ result }) => result),
    )

/**
 * Waits for all reactors, then checks the borrower's obligations under the lock. Either the borrower is erased within a
 * minute, or the answer names the obstacles. It waits for reactors without the lock, because they take the lock
 * themselves. A fee that a reaction has not levied yet already counts as owed. Whoever is erased is told so, once: the answer
 * waits for that, at most a second.
 */
export const requestErasure =
  (dependencies: UseCaseDependencies) =>
  ({ borrower, at, origin }: RequestErasureRequest): UseCaseResult<BorrowerRefusal, BorrowerEvent> =>
    pipe(
      dependencies.waitForReactions,
      TE.chainW(() =>
        runUseCaseWithIds(dependencies)({ at, origin }, () =>
          streamAddressOfAggregate(borrowerAggregate(dependencies.policy))(borrower),
        )(({ cause }) => requestAndTell(dependencies)(borrower, cause)),
      ),
    )
