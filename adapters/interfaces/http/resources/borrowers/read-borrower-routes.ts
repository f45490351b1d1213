import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { staffAuditorsAndBorrowers } from '../../access/caller-roles-of-routes'
import { requireCallingBorrower } from '../../access/require-calling-borrower'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'
import { borrowerInPath, BorrowerPathParameters } from './borrower-request-codecs'
import { readBorrowerOverview, toBorrowerOverviewAnswer } from './borrower-overview'
import { BorrowerOverviewAnswer } from './borrower-answer-codecs'

export const readBorrowerRoute = defineReadRoute({
  path: '/borrowers/:borrower',
  name: 'readBorrower',
  summary:
    'Read everything that the library holds about a borrower (låner), but the loan history and the messages: see readHistory and readMessages',
  tag: 'Borrowers',
  roles: staffAuditorsAndBorrowers,
  params: BorrowerPathParameters,
  answer: BorrowerOverviewAnswer,
  opensRecordsOf: borrowerInPath,
  handle: ({ params: { borrower }, library, caller }) =>
    pipe(
      borrower,
      readBorrowerOverview(library, caller),
      E.map(toBorrowerOverviewAnswer(library, caller)),
      E.map(answerWithBody),
      TE.fromEither,
    ),
})

export const readCallingBorrowerRoute = defineReadRoute({
  path: '/me',
  name: 'readMe',
  summary:
    'Read everything that the library holds about the calling borrower, but the loan history and the messages: see readHistory and readMyMessages',
  tag: 'Borrowers',
  roles: ['borrower'],
  answer: BorrowerOverviewAnswer,
  extraStatuses: [404],
  handle: ({ library, caller }) =>
    pipe(
      requireCallingBorrower(caller),
      E.chain(readBorrowerOverview(library, caller)),
      E.map(toBorrowerOverviewAnswer(library, caller)),
      E.map(answerWithBody),
      TE.fromEither,
    ),
})
