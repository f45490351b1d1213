import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { prepareAndHandleCommand } from '../command-handling/handle-command'
import { copyAggregate } from '../copy/copy-aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/copy-refusal'
import type { BorrowerId, BranchId, CopyId, LoanId } from '../values/ids'
import { dayOf } from '../values/instant'
import { monthOf } from '../values/month'
import { aggregateRefusingUnknownBranch } from './aggregate-refusing-unknown-branch'
import type { CommandMetadata } from './command-metadata'
import { loadCopyHistory } from './load-copy-history'
import { runUseCaseWithIds } from './run-use-case-with-ids'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { UseCaseResult } from './use-case-result'
import { withBorrowerLock } from './with-borrower-lock'
import { withPriorEvents } from './with-prior-events'

/** A copy was scanned as returned today by mistake, at a branch. */
interface UndoReturnRequest extends CommandMetadata {
  readonly copy: CopyId
  /** The loan that the return ended, and whose it was. */
  readonly returned: LoanId
  readonly borrower: BorrowerId
  readonly branch: BranchId
}

const prepare =
  (dependencies: UseCaseDependencies) =>
  ({ copy, returned, borrower, branch, at }: UndoReturnRequest, loan: LoanId) =>
    pipe(
      TE.Do,
      TE.bindW('statistics', () => dependencies.calendarScopes.statisticsScopeOf(monthOf(dayOf(at)))),
      TE.bindW('standing', () => dependencies.decisionQueries.standing(borrower)),
      TE.bindW('fees', () => dependencies.decisionQueries.fees(borrower)),
      TE.bindW('history', () => loadCopyHistory(dependencies)(copy, { since: at, loan: returned })),
      TE.map((read) => ({ type: 'UndoReturn', returned, loan, branch, at, ...read }) as const),
    )

/**
 * Undoes a return, under the borrower's lock: a new loan continues the one that ended. Reactions cancel the fee for
 * lateness that the return levied, and let the reservation wait for which the copy was set aside. A repeat answers the
 * events of the first run.
 */
export const undoReturn =
  (dependencies: UseCaseDependencies) =>
  (request: UndoReturnRequest): UseCaseResult<CopyRefusal, CopyEvent, { readonly loan: LoanId }> => {
    const { copy, borrower, branch, at } = request
    const aggregate = aggregateRefusingUnknownBranch(dependencies.policy, at)(branch)(
      copyAggregate(dependencies.policy),
    )
    return runUseCaseWithIds(dependencies)(request, () => streamAddressOfAggregate(aggregate)(copy))((ids) => {
      const loan = ids.idFor('loan') as LoanId
      return pipe(
        prepare(dependencies)(request, loan),
        prepareAndHandleCommand(dependencies.commandHandling)(aggregate)(copy, ids.cause),
        withPriorEvents(dependencies, ids.cause),
        TE.map((handled) => ({ ...handled, loan })),
        withBorrowerLock(dependencies)(borrower),
      )
    })
  }
