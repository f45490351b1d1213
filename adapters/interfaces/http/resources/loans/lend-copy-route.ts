import type * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { isOfflineAct } from '../../../../../domain/use-cases/is-offline-act'
import type { CommandMetadata } from '../../../../../domain/use-cases/command-metadata'
import { lendCopy } from '../../../../../domain/use-cases/lend-copy'
import { staffAndMachines } from '../../access/caller-roles-of-routes'
import { resolveActedAt } from '../../request-handling/resolve-acted-at'
import type { HttpFailure } from '../../problems/http-failure'
import { answerWithBody, type RouteAnswer } from '../../route/route-handler'
import { defineCommandRoute } from '../../route/define-route'
import { recordUnmatchedActIfTimeIsRefused } from '../offline-cases/record-unmatched-act-if-time-is-refused'
import { resolveOverrideReason } from '../override-reason'
import { borrowerNotInBody, cardNeedsActedAtFailure } from './borrower-or-card-in-body'
import { readDueDayOfLoan } from './read-due-day-of-loan'
import { NewLoanAnswer } from './loan-answer-codecs'
import { handleOfflineLoanRequest } from './handle-offline-loan-request'
import { wasReservedForAnother } from './was-reserved-for-another'
import { NewLoanBody, type NewLoanRouteRequest } from './new-loan-route-request'

type LoanAnswer = RouteAnswer<t.TypeOf<typeof NewLoanAnswer>>

const lendNow =
  ({ library, body: { copy, branch, borrower, card, overrideReason } }: NewLoanRouteRequest) =>
  (metadata: CommandMetadata): TE.TaskEither<HttpFailure, LoanAnswer> =>
  async () => {
    if (borrower === null) return E.left(card === undefined ? borrowerNotInBody : cardNeedsActedAtFailure)
    const lent = await lendCopy(library.useCaseDependencies)({
      ...{ copy, branch, borrower, overrideReason, ...metadata },
    })()
    if (lent._tag === 'Left') return lent
    const { loan, events } = lent.right
    const dueOn = await readDueDayOfLoan(library)(loan, events)()
    return dueOn._tag === 'Left'
      ? dueOn
      : E.right(
          answerWithBody({
            ...{ loan, copy, dueOn: dueOn.right, against: [], case: null },
            wasReservedForAnother: wasReservedForAnother(events),
          }),
        )
  }

export const lendCopyRoute = defineCommandRoute({
  method: 'post',
  path: '/loans',
  name: 'lendCopy',
  summary:
    'Lend a copy to a borrower (udlån). A loan whose actedAt is more than a minute ago has happened at a machine that was offline: it is recorded, never refused, and the answer says against what, also when the library does not know the card, the copy or the branch. Such a loan may name the card, with null for the borrower. Staff may override a refusal that says `mayBeOverridden`, with a reason',
  tag: 'Loans',
  roles: staffAndMachines,
  body: NewLoanBody,
  namedInBody: { copy: 'copy', borrower: 'borrower', branch: 'branch' },
  status: 201,
  answer: NewLoanAnswer,
  handle: (request) => {
    const { copy, branch, borrower, card, actedAt, overrideReason } = request.body
    const isOffline = isOfflineAct(request.library.useCaseDependencies.commandHandling.clock)
    if ((borrower === null) === (card === undefined)) return TE.left(borrowerNotInBody)
    const metadata = pipe(
      resolveActedAt(request)(actedAt),
      E.chainFirst(({ at }) => resolveOverrideReason(request)(at, overrideReason)),
    )
    const running =
      metadata._tag === 'Left'
        ? TE.left(metadata.left)
        : (isOffline(metadata.right.at) ? handleOfflineLoanRequest : lendNow)(request)(metadata.right)
    return recordUnmatchedActIfTimeIsRefused(request, copy, {
      act: 'loan',
      at: actedAt,
      branch,
      presented: card ?? borrower,
    })(running)
  },
})
