import { copyAggregate } from '../copy/copy-aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyCommand } from '../copy/decide-copy-command'
import type { CopyRefusal } from '../copy/copy-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { BranchId, CopyId } from '../values/ids'
import { withLockOfCopyBorrower } from './with-lock-of-copy-borrower'
import type { UseCaseResult } from './use-case-result'
import { aggregateRefusingUnknownBranch } from './aggregate-refusing-unknown-branch'
import { retryOnConflict } from './retry-on-conflict'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** The changes to a copy by staff. */
export type CopyCommandOfStaff = Extract<
  CopyCommand,
  {
    readonly type:
      | ('Acquire' | 'ChangeShelfMark' | 'Send' | 'Find' | 'NotFound' | 'RecordMissing' | 'Withdraw')
      | ('ClaimReturned' | 'WithdrawReturnClaim')
  }
>

/** The branch that a change names. What is not found may be missing at a closed branch, too. */
const branchNamedBy = (command: CopyCommandOfStaff): BranchId | undefined => {
  if (command.type === 'Send') return command.to
  return command.type === 'NotFound' || !('branch' in command) ? undefined : command.branch
}

/** Changes a copy, under the lock of the borrower who has it on loan, if any. */
export const changeCopy =
  (dependencies: UseCaseDependencies) =>
  (copy: CopyId, metadata: CommandMetadata) =>
  (command: CopyCommandOfStaff): UseCaseResult<CopyRefusal, CopyEvent> => {
    const aggregate = aggregateRefusingUnknownBranch(dependencies.policy, metadata.at)(branchNamedBy(command))(
      copyAggregate(dependencies.policy),
    )
    return runUseCaseWithIds(dependencies)(metadata, () => streamAddressOfAggregate(aggregate)(copy))(({ cause }) =>
      withLockOfCopyBorrower(dependencies)(copy)(
        retryOnConflict(handleCommand(dependencies.commandHandling)(aggregate)(copy, cause)(command)),
      ),
    )
  }
