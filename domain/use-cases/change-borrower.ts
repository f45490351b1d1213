import { pipe } from 'fp-ts/function'
import { borrowerAggregate } from '../borrower/borrower-aggregate'
import type { BorrowerEvent } from '../borrower/borrower-event'
import type { BorrowerCommand } from '../borrower/decide-borrower-command'
import type { BorrowerRefusal } from '../borrower/borrower-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { BorrowerId } from '../values/ids'
import type { UseCaseResult } from './use-case-result'
import { withBorrowerLock } from './with-borrower-lock'
import type { UseCaseIds } from './repeatable-ids-of-use-case'
import { aggregateRefusingUnknownBranch } from './aggregate-refusing-unknown-branch'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** The changes to a registered borrower. */
export type BorrowerChange = Extract<
  BorrowerCommand,
  {
    readonly type:
      | 'ChangeContact'
      | 'ChangePreferences'
      | 'BlockBorrower'
      | 'LiftBlock'
      | 'ChangeNotes'
      | 'GiveHistoryConsent'
      | 'WithdrawHistoryConsent'
  }
>

/** Changes a borrower, under the borrower's lock. `commandFromIds` makes the command from the ids of this use case. */
export const changeBorrower =
  (dependencies: UseCaseDependencies) =>
  (borrower: BorrowerId, metadata: CommandMetadata) =>
  (commandFromIds: (ids: UseCaseIds) => BorrowerChange): UseCaseResult<BorrowerRefusal, BorrowerEvent> => {
    const aggregate = borrowerAggregate(dependencies.policy)
    return runUseCaseWithIds(dependencies)(metadata, () => streamAddressOfAggregate(aggregate)(borrower))((ids) => {
      const command = commandFromIds(ids)
      const homeBranch = command.type === 'ChangePreferences' ? command.homeBranch : undefined
      return pipe(
        aggregate,
        aggregateRefusingUnknownBranch(dependencies.policy, metadata.at)(homeBranch),
        (checked) => handleCommand(dependencies.commandHandling)(checked)(borrower, ids.cause)(command),
        withBorrowerLock(dependencies)(borrower),
      )
    })
  }
