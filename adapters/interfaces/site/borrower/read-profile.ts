import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { requireCallingBorrower } from '../../http/access/require-calling-borrower'
import type { HttpFailure } from '../../http/problems/http-failure'
import { readContactRoute } from '../../http/resources/borrowers/contact-routes'
import { readHistoryRoute } from '../../http/resources/borrowers/loan-history-routes'
import { readCallingBorrowerRoute } from '../../http/resources/borrowers/read-borrower-routes'
import type { Profile } from '../../pages/profile/profile'
import type { PageRequest } from '../page/site-page'
import { readBranches } from '../page/read-branches'

/** How many months of the loan history a page shows. */
const historyMonthsOnPage = '12'

/** Reads what a borrower may change of themself. The ETag is read first, so that it is never newer than the rest. */
export const readProfile = (request: PageRequest): TE.TaskEither<HttpFailure, Profile> => {
  const { run, caller, query } = request
  const history = { limit: historyMonthsOnPage, ...(query['efter'] === undefined ? {} : { cursor: query['efter'] }) }
  return pipe(
    TE.Do,
    TE.bind('borrower', () => TE.fromEither(requireCallingBorrower(caller))),
    TE.bind('contact', ({ borrower }) => run(readContactRoute, { params: { borrower } })),
    TE.bind('mine', () => run(readCallingBorrowerRoute)),
    TE.bind('history', ({ borrower }) => run(readHistoryRoute, { params: { borrower }, query: history })),
    TE.bind('branches', () => readBranches(request)),
    TE.map(({ contact: { body: contact, etag = '' }, mine: { body }, history: { body: months }, branches }) => {
      const { name, number, homeBranch, language } = body.record
      const { verifiedEmails, absence, cards } = body
      return {
        name,
        number,
        homeBranch,
        language,
        contact,
        etag,
        verifiedEmails,
        absence,
        cards,
        history: months,
        branches,
      }
    }),
  )
}
