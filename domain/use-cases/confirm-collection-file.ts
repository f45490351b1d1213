import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused, type CommandError } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import { feeAggregate } from '../fee/fee-aggregate'
import type { FeeOfBorrower } from '../ports/decision-queries'
import type { CollectionFileId } from '../values/ids'
import type { CollectionRefusal } from './collection-refusal'
import { skipWhenRefusedOrUnreadable } from './skip-when-refused-or-unreadable'
import type { UseCaseDependencies } from './use-case-dependencies'
import { withBorrowerLock } from './with-borrower-lock'

const passOn =
  (dependencies: UseCaseDependencies, file: CollectionFileId) =>
  ({ fee, borrower }: FeeOfBorrower) => {
    const { commandHandling } = dependencies
    const command = { type: 'PassOnForCollection', fee, file, on: commandHandling.clock.today() } as const
    return pipe(
      handleCommand(commandHandling)(feeAggregate)(fee)(command),
      TE.orElseW(skipWhenRefusedOrUnreadable),
      withBorrowerLock(dependencies)(borrower),
    )
  }

/**
 * Records that a file was handed out: its fees are passed on for collection. Answers how many. Run again after a crash, it
 * goes on with the rest. Refused: `CollectionFileIsUnknown`.
 */
export const confirmCollectionFile =
  (dependencies: UseCaseDependencies) =>
  (file: CollectionFileId): TE.TaskEither<CommandError<CollectionRefusal>, { readonly passedOn: number }> =>
    pipe(
      dependencies.decisionQueries.feesSelectedFor(file),
      TE.filterOrElseW(
        (fees) => fees.length > 0,
        () => commandRefused<CollectionRefusal>({ _tag: 'CollectionFileIsUnknown' }),
      ),
      TE.map(dependencies.commandHandling.random.shuffle),
      TE.chainW(TE.traverseSeqArray(passOn(dependencies, file))),
      TE.map((fees) => ({ passedOn: fees.length })),
      dependencies.namedLock('collection file'),
    )
