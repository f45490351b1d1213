import { pipe } from 'fp-ts/function'
import { borrowerAggregate } from '../borrower/borrower-aggregate'
import type { BorrowerEvent } from '../borrower/borrower-event'
import type { BorrowerCommand } from '../borrower/decide-borrower-command'
import type { BorrowerRefusal } from '../borrower/borrower-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { BorrowerId, BranchId } from '../values/ids'
import type { UseCaseResult } from './use-case-result'
import { withBorrowerLock } from './with-borrower-lock'
import type { UseCaseIds } from './repeatable-ids-of-use-case'
import { aggregateRefusingUnknownBranch } from './aggregate-refusing-unknown-branch'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'
import { cprAsUniqueNumber, withUniqueNumbers, type UniqueNumber, type NumberIsTaken } from './unique-borrower-numbers'

/** The changes to a registered borrower. */
export type BorrowerChange = Extract<
  BorrowerCommand,
  {
    readonly type:
      | 'ChangeIdentity'
      | 'ChangeProtection'
      | 'ChangeContact'
      | 'VerifyEmail'
      | 'ChangePreferences'
      | 'IssueCard'
      | 'ReportCardStolen'
      | 'SetPin'
      | 'BlockBorrower'
      | 'LiftBlock'
      | 'ChangeNotes'
      | 'RequestNotes'
      | 'AnswerNotesRequest'
      | 'GiveHistoryConsent'
      | 'WithdrawHistoryConsent'
      | 'SetAbsence'
      | 'RemoveAbsence'
      | 'RegisterGuardian'
      | 'CorrectGuardianContact'
      | 'VerifyGuardianEmail'
      | 'RemoveGuardian'
      | 'ConfirmGuardianPaperDestroyed'
  }
>

/** The numbers that a change gives the borrower. */
const numbersOf = (command: BorrowerChange): ReadonlyArray<UniqueNumber> => {
  if (command.type === 'ChangeIdentity') return cprAsUniqueNumber(command.details.cpr)
  return command.type === 'IssueCard' ? [{ kindOfNumber: 'card', value: command.number, card: command.card }] : []
}

/** The branch that a change names. */
const branchOf = (command: BorrowerChange): BranchId | undefined => {
  if (command.type === 'ChangePreferences') return command.homeBranch
  return command.type === 'RegisterGuardian' ? command.details.paper?.branch : undefined
}

/**
 * Changes a borrower, under the borrower's lock. `commandFromIds` makes the command from the ids of this use case. A number
 * that is taken is refused (`NumberIsTaken`).
 */
export const changeBorrower =
  (dependencies: UseCaseDependencies) =>
  (borrower: BorrowerId, metadata: CommandMetadata) =>
  (
    commandFromIds: (ids: UseCaseIds) => BorrowerChange,
  ): UseCaseResult<BorrowerRefusal | NumberIsTaken, BorrowerEvent> => {
    const aggregate = borrowerAggregate(dependencies.policy)
    return runUseCaseWithIds(dependencies)(metadata, () => streamAddressOfAggregate(aggregate)(borrower))((ids) => {
      const command = commandFromIds(ids)
      return pipe(
        aggregate,
        aggregateRefusingUnknownBranch(dependencies.policy, metadata.at)(branchOf(command)),
        (checked) => handleCommand(dependencies.commandHandling)(checked)(borrower, ids.cause)(command),
        withUniqueNumbers(dependencies, borrower)(numbersOf(command)),
        withBorrowerLock(dependencies)(borrower),
      )
    })
  }
