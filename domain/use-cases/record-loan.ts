import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/copy-aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/copy-refusal'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import { dayOf } from '../values/instant'
import type { LoanId } from '../values/ids'
import { monthOf } from '../values/month'
import type { UseCaseResult } from './use-case-result'
import { withBorrowerLock } from './with-borrower-lock'
import type { LendCopyRequest } from './lend-copy'
import { aggregateRefusingUnknownBranch } from './aggregate-refusing-unknown-branch'
import { retryOnConflict } from './retry-on-conflict'
import type { UseCaseDependencies } from './use-case-dependencies'
import { runUseCaseWithIds } from './run-use-case-with-ids'

/** The library does not know the borrower of the loan. */
export interface BorrowerIsUnknown {
  readonly _tag: 'BorrowerIsUnknown'
}

/** Records a loan that has already happened. No rule refuses it; the event names the rules that it broke. */
export const recordLoan =
  (dependencies: UseCaseDependencies) =>
  ({
    copy,
    borrower,
    branch,
    at,
    origin,
  }: LendCopyRequest): UseCaseResult<CopyRefusal | BorrowerIsUnknown, CopyEvent> => {
    const aggregate = aggregateRefusingUnknownBranch(dependencies.policy, at)(branch)(
      copyAggregate(dependencies.policy),
    )
    return runUseCaseWithIds(dependencies)({ at, origin }, () => streamAddressOfAggregate(aggregate)(copy))((ids) =>
      pipe(
        dependencies.calendarScopes.statisticsScopeOf(monthOf(dayOf(at))),
        TE.bindTo('statistics'),
        TE.bindW('standing', () => dependencies.decisionQueries.standing(borrower)),
        TE.chainW(({ statistics, standing }): UseCaseResult<CopyRefusal | BorrowerIsUnknown, CopyEvent> => {
          if (standing === undefined) return TE.left({ _tag: 'Refused', refusal: { _tag: 'BorrowerIsUnknown' } })
          const loan = ids.idFor('loan') as LoanId
          const command = { type: 'RecordLoan', loan, statistics, standing, branch, at } as const
          return handleCommand(dependencies.commandHandling)(aggregate)(copy, ids.cause)(command)
        }),
        withBorrowerLock(dependencies)(borrower),
        retryOnConflict,
      ),
    )
  }
