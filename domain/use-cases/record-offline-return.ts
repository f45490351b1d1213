import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/copy-aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/copy-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { prepareAndHandleCommand } from '../command-handling/handle-command'
import type { UnmatchedId } from '../values/ids'
import type { UseCaseResult } from './use-case-result'
import { withPriorEvents } from './with-prior-events'
import { withLockOfCopyBorrower } from './with-lock-of-copy-borrower'
import { loadCopyHistory } from './load-copy-history'
import { retryOnConflict } from './retry-on-conflict'
import type { ReturnCopyRequest } from './return-copy'
import type { UseCaseDependencies } from './use-case-dependencies'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** Records a return that a machine took while it was offline. It ends the loan that ran at its time, or waits for one. A repeat answers the events of the first run. */
export const recordOfflineReturn =
  (dependencies: UseCaseDependencies) =>
  ({ copy, branch, at, origin }: ReturnCopyRequest): UseCaseResult<CopyRefusal, CopyEvent> => {
    const aggregate = copyAggregate(dependencies.policy)
    return runUseCaseWithIds(dependencies)({ at, origin }, () => streamAddressOfAggregate(aggregate)(copy))(
      ({ cause, idFor }) => {
        const unmatched = idFor('unmatched') as UnmatchedId
        const unknownCase = idFor('unmatched unknown') as UnmatchedId
        return pipe(
          loadCopyHistory(dependencies)(copy, { since: at, loan: undefined }),
          TE.map(
            (history) => ({ type: 'RecordOfflineReturn', copy, unmatched, unknownCase, branch, at, history }) as const,
          ),
          prepareAndHandleCommand(dependencies.commandHandling)(aggregate)(copy, cause),
          withPriorEvents(dependencies, cause),
          withLockOfCopyBorrower(dependencies)(copy),
          retryOnConflict,
        )
      },
    )
  }
