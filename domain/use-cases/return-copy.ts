import { copyAggregate } from '../copy/aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/refusal'
import { streamAddressOf } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { BranchId, CopyId } from '../values/ids'
import type { UseCaseResult } from './use-case-result'
import { withLockOfCopyBorrower } from './borrower-of-copy'
import { retryOnConflict } from './retry-on-conflict'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { withCommandIds } from './with-command-ids'

/** A copy is handed in at a branch. */
export interface ReturnCopyRequest extends CommandMetadata {
  readonly copy: CopyId
  readonly branch: BranchId
}

/** Returns a copy. Reactions levy a fee for lateness and set the copy aside for the next in the queue. */
export const returnCopy =
  (dependencies: UseCaseDependencies) =>
  ({ copy, branch, at, origin }: ReturnCopyRequest): UseCaseResult<CopyRefusal, CopyEvent> => {
    const aggregate = copyAggregate(dependencies.policy)
    return withCommandIds(dependencies)({ at, origin }, () => streamAddressOf(aggregate)(copy))(({ cause }) =>
      retryOnConflict(
        withLockOfCopyBorrower(dependencies)(copy)(
          handleCommand(dependencies.commandHandling)(aggregate)(copy, cause)({ type: 'Return', branch, at }),
        ),
      ),
    )
  }
