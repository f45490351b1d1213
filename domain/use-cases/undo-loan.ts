import { copyAggregate } from '../copy/aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/refusal'
import { streamAddressOf } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { BranchId, CopyId, LoanId } from '../values/ids'
import type { UseCaseResult } from './use-case-result'
import { withLockOfCopyBorrower } from './borrower-of-copy'
import { refuseCommandAtUnknownBranch } from './refuse-command-at-unknown-branch'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { withUseCaseIds } from './with-use-case-ids'

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
    const aggregate = refuseCommandAtUnknownBranch(dependencies.policy, at)(branch)(copyAggregate(dependencies.policy))
    return withUseCaseIds(dependencies)({ at, origin }, () => streamAddressOf(aggregate)(copy))(({ cause }) =>
      withLockOfCopyBorrower(dependencies)(copy)(
        handleCommand(dependencies.commandHandling)(aggregate)(copy, cause)({ type: 'UndoLoan', loan, branch, at }),
      ),
    )
  }
