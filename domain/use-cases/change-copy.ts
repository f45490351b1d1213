import { copyAggregate } from '../copy/aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyCommand } from '../copy/decide'
import type { CopyRefusal } from '../copy/refusal'
import { streamAddressOf } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { CopyId } from '../values/ids'
import { withLockOfCopyBorrower } from './borrower-of-copy'
import type { UseCaseResult } from './use-case-result'
import { retryOnConflict } from './retry-on-conflict'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { withCommandIds } from './with-command-ids'

/** The changes to a copy by staff. */
export type CopyChange = Extract<
  CopyCommand,
  {
    readonly type:
      | ('Acquire' | 'ChangeShelfMark' | 'Send' | 'Find' | 'NotFound' | 'RecordMissing' | 'Withdraw')
      | ('ClaimReturned' | 'WithdrawReturnClaim')
  }
>

/** Changes a copy, under the lock of the borrower who has it on loan, if any. */
export const changeCopy =
  (dependencies: UseCaseDependencies) =>
  (copy: CopyId, metadata: CommandMetadata) =>
  (command: CopyChange): UseCaseResult<CopyRefusal, CopyEvent> => {
    const aggregate = copyAggregate(dependencies.policy)
    return withCommandIds(dependencies)(metadata, () => streamAddressOf(aggregate)(copy))(({ cause }) =>
      withLockOfCopyBorrower(dependencies)(copy)(
        retryOnConflict(handleCommand(dependencies.commandHandling)(aggregate)(copy, cause)(command)),
      ),
    )
  }
