import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { BorrowerId } from '../../../../../domain/values/ids'
import {
  outstandingMattersOf,
  type OutstandingMatters,
} from '../../../../../projections/borrower-overview/outstanding-matters'
import { renderStatement } from '../../../pages/statement/render-statement'
import { staffAndBorrowersOnPages } from '../../access/caller-roles-of-routes'
import { isWithheld } from '../../codecs/withheld-value'
import { requireCallingBorrower } from '../../access/require-calling-borrower'
import type { HttpFailure } from '../../problems/http-failure'
import { languageOfPage, type BorrowerPageRequest } from '../../route/borrower-page-request'
import { definePageRoute, type PageAnswer } from '../../route/define-page-route'
import { PageLanguageQuery } from '../../route/page-language-query'
import { borrowerInPath, BorrowerPathParameters } from './borrower-request-codecs'
import { readBorrowerOverview } from './borrower-overview'

/** The page has the number alone where name and address are protected from the reader. */
const withoutWithheld = (matters: OutstandingMatters): OutstandingMatters =>
  isWithheld(matters.name) ? { ...matters, name: null, address: [] } : matters

const readStatement =
  (request: BorrowerPageRequest) =>
  (borrower: BorrowerId): E.Either<HttpFailure, PageAnswer> => {
    const { library, caller } = request
    const { policy, commandHandling } = library.useCaseDependencies
    const today = commandHandling.clock.today()
    return pipe(
      readBorrowerOverview(library, caller)(borrower),
      E.map(outstandingMattersOf(policy(today).messages, today)),
      E.map(withoutWithheld),
      E.map((matters) => {
        const language = languageOfPage(request, matters.language)
        return { body: renderStatement(matters, language), language }
      }),
    )
  }

export const readStatementRoute = definePageRoute({
  path: '/borrowers/:borrower/statement',
  name: 'readStatement',
  summary: 'Read the statement of outstanding matters (opgørelse over mellemværende) of a borrower, as a page to print',
  tag: 'Borrowers',
  roles: staffAndBorrowersOnPages,
  params: BorrowerPathParameters,
  query: PageLanguageQuery,
  opensRecordsOf: borrowerInPath,
  handle: (request) => pipe(request.params.borrower, readStatement(request), TE.fromEither),
})

export const readOwnStatementRoute = definePageRoute({
  path: '/me/statement',
  name: 'readMyStatement',
  summary:
    'Read the statement of outstanding matters (opgørelse over mellemværende) of the calling borrower, as a page to print',
  tag: 'Borrowers',
  roles: ['borrower'],
  query: PageLanguageQuery,
  extraStatuses: [404],
  handle: (request) => pipe(requireCallingBorrower(request.caller), E.chain(readStatement(request)), TE.fromEither),
})
