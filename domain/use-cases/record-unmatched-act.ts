import { pipe } from 'fp-ts/function'
import { copyAggregate } from '../copy/copy-aggregate'
import type { RecordUnmatchedAct } from '../copy/commands/record-unmatched-act'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/copy-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { CopyId, UnmatchedId } from '../values/ids'
import type { UseCaseResult } from './use-case-result'
import type { CommandMetadata } from './command-metadata'
import { withPriorEvents } from './with-prior-events'
import { retryOnConflict } from './retry-on-conflict'
import type { UseCaseDependencies } from './use-case-dependencies'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/**
 * Records, for staff, what a machine did too long ago, in the future, or with a loan that the library does not know. It
 * is not run. `metadata` says the day on which its idempotency key is recognised. A repeat answers the events of the
 * first run.
 */
export const recordUnmatchedAct =
  (dependencies: UseCaseDependencies) =>
  (copy: CopyId, metadata: CommandMetadata) =>
  (act: Omit<RecordUnmatchedAct, 'type' | 'unmatched' | 'copy'>): UseCaseResult<CopyRefusal, CopyEvent> => {
    const aggregate = copyAggregate(dependencies.policy)
    return runUseCaseWithIds(dependencies)(metadata, () => streamAddressOfAggregate(aggregate)(copy))(
      ({ idFor, cause }) =>
        pipe(
          handleCommand(dependencies.commandHandling)(aggregate)(copy, cause)({
            type: 'RecordUnmatchedAct',
            copy,
            unmatched: idFor('unmatched too late') as UnmatchedId,
            ...act,
          }),
          withPriorEvents(dependencies, cause),
          retryOnConflict,
        ),
    )
  }
