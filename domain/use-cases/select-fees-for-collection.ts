import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CommandError, InfrastructureError } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import { feeAggregate } from '../fee/fee-aggregate'
import type { FeeOfBorrower } from '../ports/decision-queries'
import type { CollectionFileId } from '../values/ids'
import { underLockWithFeesBeingPaid } from './fees-being-paid'
import { skipWhenRefusedOrUnreadable } from './skip-when-refused-or-unreadable'
import type { UseCaseDependencies } from './use-case-dependencies'

const selectFee =
  ({ commandHandling }: UseCaseDependencies, file: CollectionFileId) =>
  ({ fee }: FeeOfBorrower): TE.TaskEither<CommandError<unknown>, unknown> =>
    handleCommand(commandHandling)(feeAggregate)(fee)({
      type: 'SelectForCollection',
      ...{ fee, file, on: commandHandling.clock.today() },
    })

/**
 * Under the lock of the borrower: a fee that is being paid is not selected, and a selected one is not paid. Nor is a fee
 * selected that was paid or recalled meanwhile.
 */
const selectUnderLock =
  (dependencies: UseCaseDependencies, file: CollectionFileId) =>
  (ready: FeeOfBorrower): TE.TaskEither<InfrastructureError, unknown> =>
    pipe(
      underLockWithFeesBeingPaid(dependencies)(ready.borrower, ready.fee)(
        TE.chainW((paid) => (paid.includes(ready.fee) ? TE.right(undefined) : selectFee(dependencies, file)(ready))),
      ),
      TE.orElse(skipWhenRefusedOrUnreadable),
    )

/** Selects all fees that are ready for collection for a file, in random order. */
export const selectFeesForCollection =
  (dependencies: UseCaseDependencies) =>
  (file: CollectionFileId): TE.TaskEither<InfrastructureError, void> =>
    pipe(
      dependencies.waitForReactions,
      TE.chainW(() => dependencies.decisionQueries.feesReadyForCollection(dependencies.commandHandling.clock.today())),
      TE.map(dependencies.commandHandling.random.shuffle),
      TE.chainW(TE.traverseSeqArray(selectUnderLock(dependencies, file))),
      TE.map(() => undefined),
    )
