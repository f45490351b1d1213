import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/copy-aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/copy-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { prepareAndHandleCommand } from '../command-handling/handle-command'
import type { UnmatchedId } from '../values/ids'
import type { UseCaseResult } from './use-case-result'
import { loadCopyHistory } from './load-copy-history'
import { withPriorEvents } from './with-prior-events'
import { countOthersWaiting, type RenewLoanRequest } from './renew-loan'
import { retryOnConflict } from './retry-on-conflict'
import type { UseCaseDependencies } from './use-case-dependencies'
import { withBorrowerLock } from './with-borrower-lock'
import { runUseCaseWithIds } from './run-use-case-with-ids'

const prepareRenewal = (dependencies: UseCaseDependencies, unmatched: UnmatchedId) => (request: RenewLoanRequest) => {
  const { copy, loan, borrower, at } = request
  return pipe(
    TE.Do,
    TE.bindW('standing', () => dependencies.decisionQueries.standing(borrower)),
    TE.bindW('othersWaiting', () => countOthersWaiting(dependencies)(request)),
    TE.bindW('history', () => loadCopyHistory(dependencies)(copy, { since: at, loan })),
    TE.map((read) => ({ type: 'RecordOfflineRenewal', copy, loan, unmatched, at, ...read }) as const),
  )
}

/**
 * Records a renewal that a machine made while it was offline. The event names the rules that it broke. A renewal of a
 * loan that was undone or is forgotten is kept for staff.
 */
export const recordOfflineRenewal =
  (dependencies: UseCaseDependencies) =>
  (request: RenewLoanRequest): UseCaseResult<CopyRefusal, CopyEvent> => {
    const { copy, borrower } = request
    const aggregate = copyAggregate(dependencies.policy)
    return runUseCaseWithIds(dependencies)(request, () => streamAddressOfAggregate(aggregate)(copy))(
      ({ cause, idFor }) =>
        pipe(
          prepareRenewal(dependencies, idFor('unmatched') as UnmatchedId)(request),
          prepareAndHandleCommand(dependencies.commandHandling)(aggregate)(copy, cause),
          withPriorEvents(dependencies, cause),
          withBorrowerLock(dependencies)(borrower),
          retryOnConflict,
        ),
    )
  }
