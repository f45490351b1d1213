import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/copy-aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyCommand } from '../copy/decide-copy-command'
import type { CopyRefusal } from '../copy/copy-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import type { InfrastructureError } from '../command-handling/command-error'
import { prepareAndHandleCommand } from '../command-handling/handle-command'
import { dayOf } from '../values/instant'
import type { BorrowerId, BranchId, CopyId, LoanId, StatisticsId, UnmatchedId } from '../values/ids'
import { monthOf } from '../values/month'
import type { BorrowerStanding } from '../policy/borrower-standing'
import type { UseCaseResult } from './use-case-result'
import type { UseCaseIds } from './repeatable-ids-of-use-case'
import type { CommandMetadata } from './command-metadata'
import { loadCopyHistory } from './load-copy-history'
import { withPriorEvents } from './with-prior-events'
import { retryOnConflict } from './retry-on-conflict'
import type { UseCaseDependencies } from './use-case-dependencies'
import { withBorrowerLock } from './with-borrower-lock'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** A machine lent a copy while it was offline. */
interface OfflineLoanRequest extends CommandMetadata {
  readonly copy: CopyId
  readonly branch: BranchId
  /** The borrower with the id or the card; undefined when nobody has it. */
  readonly borrower: BorrowerId | undefined
  /** The card or id that the machine sent. */
  readonly presented: string
}

/** What became of the loan: it is recorded, or it is a case for staff, because the card or the copy is unknown. */
export type OfflineLoanOutcome = { readonly loan: LoanId } | { readonly unmatched: UnmatchedId }

/** The ids of both outcomes, drawn once: without an idempotency key each draw gives another. */
interface OutcomeIds extends Pick<UseCaseIds, 'cause'> {
  readonly loan: LoanId
  readonly unmatched: UnmatchedId
}

/** The command for the loan of a borrower, or for staff when nobody is registered. */
const prepareLoan =
  (dependencies: UseCaseDependencies, request: OfflineLoanRequest, { loan, unmatched }: OutcomeIds) =>
  (
    statistics: StatisticsId,
    standing: BorrowerStanding | undefined,
  ): TE.TaskEither<InfrastructureError, CopyCommand> => {
    const { copy, branch, at, presented } = request
    const act = { unmatched, copy, branch, at, presented }
    if (standing === undefined)
      return TE.right({ type: 'RecordUnmatchedAct', ...act, act: 'loan', because: 'borrowerUnknown' })
    return pipe(
      loadCopyHistory(dependencies)(copy, { since: at, loan: undefined }),
      TE.map((history) => ({ type: 'RecordOfflineLoan', ...act, loan, statistics, standing, history })),
    )
  }

const recordWithStanding =
  (dependencies: UseCaseDependencies, request: OfflineLoanRequest, ids: OutcomeIds) =>
  (statistics: StatisticsId, standing: BorrowerStanding | undefined) =>
    pipe(
      prepareLoan(dependencies, request, ids)(statistics, standing),
      prepareAndHandleCommand(dependencies.commandHandling)(copyAggregate(dependencies.policy))(
        request.copy,
        ids.cause,
      ),
      withPriorEvents(dependencies, ids.cause),
    )

/** What became of the loan, by the events of the first run. */
const outcomeOf =
  ({ loan, unmatched }: OutcomeIds) =>
  (events: ReadonlyArray<CopyEvent>): OfflineLoanOutcome =>
    events.some(({ type }) => type === 'UnmatchedActRecorded') ? { unmatched } : { loan }

const recordUnderLock =
  (dependencies: UseCaseDependencies, request: OfflineLoanRequest, ids: OutcomeIds, borrower: BorrowerId) =>
  (statistics: StatisticsId) =>
    pipe(
      dependencies.decisionQueries.standing(borrower),
      TE.chainW((standing) => recordWithStanding(dependencies, request, ids)(statistics, standing)),
      withBorrowerLock(dependencies)(borrower),
    )

/**
 * Records a loan that a machine made while it was offline, at its place in time. No rule refuses it; the event names the
 * rules that it broke. The loan of a card that nobody has, or of a copy that the library does not know, is kept for
 * staff. A repeat answers the events and the outcome of the first run.
 */
export const recordOfflineLoan =
  (dependencies: UseCaseDependencies) =>
  (request: OfflineLoanRequest): UseCaseResult<CopyRefusal, CopyEvent, { readonly outcome: OfflineLoanOutcome }> => {
    const { copy, borrower, at } = request
    const address = () => streamAddressOfAggregate(copyAggregate(dependencies.policy))(copy)
    return runUseCaseWithIds(dependencies)(request, address)(({ idFor, cause }) => {
      const ids = { loan: idFor('loan') as LoanId, unmatched: idFor('unmatched') as UnmatchedId, cause }
      return pipe(
        dependencies.calendarScopes.statisticsScopeOf(monthOf(dayOf(at))),
        TE.chainW(
          borrower === undefined
            ? (statistics) => recordWithStanding(dependencies, request, ids)(statistics, undefined)
            : recordUnderLock(dependencies, request, ids, borrower),
        ),
        TE.map((handled) => ({ ...handled, outcome: outcomeOf(ids)(handled.events) })),
        retryOnConflict,
      )
    })
  }
