import { copyAggregate } from '../copy/copy-aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/copy-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { BranchId, CopyId, LoanId } from '../values/ids'
import type { UseCaseResult } from './use-case-result'
import { withLockOfCopyBorrower } from './with-lock-of-copy-borrower'
import { aggregateRefusingUnknownBranch } from './aggregate-refusing-unknown-branch'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** A loan made today was a mistake. The copy is put back at a branch. */
interface UndoLoanRequest extends CommandMetadata {
  readonly copy: CopyId
  readonly loan: LoanId
  readonly branch: BranchId
}

/** Undoes a loan made by mistake. A reaction restores the reservation that the loan had fulfilled. */
export const undoLoan =
  (dependencies: UseCaseDependencies) =>
  ({ copy, loan, branch, at, origin }: UndoLoanRequest): UseCaseResult<CopyRefusal, CopyEvent> => {
    const aggregate = aggregateRefusingUnknownBranch(dependencies.policy, at)(branch)(
      copyAggregate(dependencies.policy),
    )
    return runUseCaseWithIds(dependencies)({ at, origin }, () => streamAddressOfAggregate(aggregate)(copy))(
      ({ cause }) =>
        withLockOfCopyBorrower(dependencies)(copy)(
          handleCommand(dependencies.commandHandling)(aggregate)(copy, cause)({ type: 'UndoLoan', loan, branch, at }),
        ),
    )
  }
