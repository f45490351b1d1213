import { copyAggregate } from '../copy/copy-aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/copy-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { BranchId, CopyId, UnmatchedId } from '../values/ids'
import type { UseCaseResult } from './use-case-result'
import { withLockOfCopyBorrower } from './with-lock-of-copy-borrower'
import { aggregateRefusingUnknownBranch } from './aggregate-refusing-unknown-branch'
import { retryOnConflict } from './retry-on-conflict'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** A copy is handed in at a branch. */
export interface ReturnCopyRequest extends CommandMetadata {
  readonly copy: CopyId
  readonly branch: BranchId
}

/** Returns a copy. Reactions levy a fee for lateness and set the copy aside for the next in the queue. */
export const returnCopy =
  (dependencies: UseCaseDependencies) =>
  ({ copy, branch, at, origin }: ReturnCopyRequest): UseCaseResult<CopyRefusal, CopyEvent> => {
    const aggregate = aggregateRefusingUnknownBranch(dependencies.policy, at)(branch)(
      copyAggregate(dependencies.policy),
    )
    return runUseCaseWithIds(dependencies)({ at, origin }, () => streamAddressOfAggregate(aggregate)(copy))(
      ({ cause, idFor }) =>
        retryOnConflict(
          withLockOfCopyBorrower(dependencies)(copy)(
            handleCommand(dependencies.commandHandling)(aggregate)(copy, cause)({
              type: 'Return',
              unmatched: idFor('unmatched') as UnmatchedId,
              branch,
              at,
            }),
          ),
        ),
    )
  }
