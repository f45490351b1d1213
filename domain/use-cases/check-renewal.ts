import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../command-handling/open-event'
import { copyAggregate } from '../copy/copy-aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyRefusal } from '../copy/copy-refusal'
import type { Day } from '../values/day'
import { loadCopyState } from './load-copy-states'
import { countOthersWaiting, type RenewalToCheck } from './renew-loan'
import type { UseCaseDependencies } from './use-case-dependencies'

/** What a renewal would give: the new due day; or why it would be denied. */
export type RenewalCheck = E.Either<CopyRefusal, Day | undefined>

const newDueDayOf = (events: ReadonlyArray<CopyEvent>): Day | undefined =>
  events.flatMap((event) =>
    event.type === 'LoanRenewed' && event.sealed.loan._tag === 'Plain' ? [event.sealed.loan.value.dueOn] : [],
  )[0]

/** Says what a renewal would give at a moment, by the rules that decide it. It changes nothing. */
export const checkRenewal =
  (dependencies: UseCaseDependencies) =>
  (request: RenewalToCheck): TE.TaskEither<EventReadError, RenewalCheck> => {
    const { copy, loan, borrower, at } = request
    const { decide } = copyAggregate(dependencies.policy)
    return pipe(
      TE.Do,
      TE.bind('standing', () => dependencies.decisionQueries.standing(borrower)),
      TE.bind('othersWaiting', () => countOthersWaiting(dependencies)(request)),
      TE.bind('state', () => loadCopyState(dependencies)(copy)),
      TE.map(({ state, ...known }) => decide({ type: 'Renew', ...known, loan, at })(state)),
      TE.map(E.map(newDueDayOf)),
    )
  }
