import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/copy-aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/copy-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import { dayOf } from '../values/instant'
import type { BorrowerId, BranchId, CopyId, LoanId, StatisticsId } from '../values/ids'
import { monthOf } from '../values/month'
import type { OverrideReason } from '../policy/refusal-override'
import type { UseCaseResult } from './use-case-result'
import { withBorrowerLock } from './with-borrower-lock'
import { aggregateRefusingUnknownBranch } from './aggregate-refusing-unknown-branch'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata } from './command-metadata'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** A borrower borrows a copy at a branch. */
export interface LendCopyRequest extends CommandMetadata {
  readonly copy: CopyId
  readonly borrower: BorrowerId
  readonly branch: BranchId
  /** Why staff go on in spite of a refusal; undefined when they do not. */
  readonly overrideReason?: OverrideReason | undefined
}

/** Lends a copy, under the borrower's lock. So no limit is exceeded by two loans at the same time. */
export const lendCopy =
  (dependencies: UseCaseDependencies) =>
  ({
    copy,
    borrower,
    branch,
    overrideReason,
    at,
    origin,
  }: LendCopyRequest): UseCaseResult<CopyRefusal, CopyEvent, { readonly loan: LoanId }> => {
    const aggregate = aggregateRefusingUnknownBranch(dependencies.policy, at)(branch)(
      copyAggregate(dependencies.policy),
    )
    return runUseCaseWithIds(dependencies)({ at, origin }, () => streamAddressOfAggregate(aggregate)(copy))((ids) => {
      const loan = ids.idFor('loan') as LoanId
      const lendUnderLock = (statistics: StatisticsId) =>
        pipe(
          dependencies.decisionQueries.standing(borrower),
          TE.chainW((standing) =>
            handleCommand(dependencies.commandHandling)(aggregate)(copy, ids.cause)({
              type: 'Lend',
              loan,
              statistics,
              standing,
              branch,
              overrideReason,
              at,
            }),
          ),
          TE.map((handled) => ({ ...handled, loan })),
          withBorrowerLock(dependencies)(borrower),
        )
      return pipe(dependencies.calendarScopes.statisticsScopeOf(monthOf(dayOf(at))), TE.chainW(lendUnderLock))
    })
  }
