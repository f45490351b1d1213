import type * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CopyEvent } from '../../../../../domain/copy/copy-event'
import type { CommandMetadata } from '../../../../../domain/use-cases/command-metadata'
import { recordOfflineLoan, type OfflineLoanOutcome } from '../../../../../domain/use-cases/record-offline-loan'
import type { BorrowerId, LoanId, OfflineCaseId, UnmatchedId } from '../../../../../domain/values/ids'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody, type RouteAnswer } from '../../route/route-handler'
import type { NewLoanAnswer, OfflineLoanConflict } from './loan-answer-codecs'
import { readDueDayOfLoan } from './read-due-day-of-loan'
import type { NewLoanRouteRequest } from './new-loan-route-request'
import { wasReservedForAnother } from './was-reserved-for-another'

type NewLoan = t.TypeOf<typeof NewLoanAnswer>

/** What the loan was against. */
const againstIn = (events: ReadonlyArray<CopyEvent>): ReadonlyArray<OfflineLoanConflict> =>
  events.flatMap((event) =>
    (event.type === 'LoanStarted' || event.type === 'PastLoanRecorded') && event.sealed.loan._tag === 'Plain'
      ? event.sealed.loan.value.against
      : [],
  )

const caseOf = (id: LoanId | UnmatchedId): OfflineCaseId => id as string as OfflineCaseId

/** Why a loan is not run: the library does not know the card or the copy. */
const unknownIn = (events: ReadonlyArray<CopyEvent>): OfflineLoanConflict =>
  events.some(
    ({ type, sealed }) =>
      type === 'UnmatchedActRecorded' &&
      sealed.unmatched._tag === 'Plain' &&
      sealed.unmatched.value.because === 'copyUnknown',
  )
    ? 'copyUnknown'
    : 'borrowerUnknown'

/** The answer from the events. Those of a repeat are the events of the first request. */
const answerOf =
  (library: RunningLibrary, copy: NewLoan['copy']) =>
  (outcome: OfflineLoanOutcome, events: ReadonlyArray<CopyEvent>): TE.TaskEither<HttpFailure, NewLoan> => {
    if ('unmatched' in outcome) {
      const answer = { loan: null, copy, dueOn: null, wasReservedForAnother: false }
      return TE.right({ ...answer, against: [unknownIn(events)], case: caseOf(outcome.unmatched) })
    }
    const { loan } = outcome
    const against = againstIn(events)
    return pipe(
      readDueDayOfLoan(library)(loan, events),
      TE.map((dueOn) => ({
        ...{ loan, copy, dueOn, wasReservedForAnother: wasReservedForAnother(events) },
        ...{ against, case: against.length === 0 ? null : caseOf(loan) },
      })),
    )
  }

const findBorrower = ({
  library,
  body: { borrower, card },
}: NewLoanRouteRequest): TE.TaskEither<HttpFailure, BorrowerId | undefined> =>
  card === undefined
    ? TE.right(borrower ?? undefined)
    : library.useCaseDependencies.decisionQueries.borrowerWithNumber('card', card)

/** Records the loan of a machine that was offline. A card, borrower or copy that is unknown makes a case of its own. */
export const handleOfflineLoanRequest =
  (request: NewLoanRouteRequest) =>
  (metadata: CommandMetadata): TE.TaskEither<HttpFailure, RouteAnswer<NewLoan>> => {
    const { library, body } = request
    const { copy, branch } = body
    const presented = body.card ?? body.borrower ?? ''
    return pipe(
      findBorrower(request),
      TE.chain((borrower) =>
        pipe(
          recordOfflineLoan(library.useCaseDependencies)({ ...metadata, copy, branch, borrower, presented }),
          TE.mapLeft((failure): HttpFailure => failure),
        ),
      ),
      TE.chain(({ outcome, events }) => answerOf(library, copy)(outcome, events)),
      TE.map(answerWithBody),
    )
  }
