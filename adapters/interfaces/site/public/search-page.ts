import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { HttpFailure } from '../../http/problems/http-failure'
import { searchTitlesRoute } from '../../http/resources/titles/search-titles-route'
import { searchTexts } from '../../pages/search/search-texts'
import { SearchView, type Search } from '../../pages/search/search-view'
import { defineSitePage } from '../page/define-site-page'
import { formProblemOf } from '../page/form-problem'

const withoutResult = (query: string, error: string | undefined): Search => ({ query, error, found: undefined })

/** Says beside the field what is wrong with a query that the route refuses. */
const showError =
  (language: MessageLanguage, query: string) =>
  (failure: HttpFailure): TE.TaskEither<HttpFailure, Search> => {
    const error = formProblemOf(language)(failure).textByPointer['/q']
    return error === undefined ? TE.left(failure) : TE.right(withoutResult(query, error))
  }

/** The search of the catalogue. It reads no cookie, and nothing says who has searched, or for what. */
export const searchPage = defineSitePage({
  path: '/soeg',
  title: searchTexts.title,
  roles: 'anyone',
  read: ({ run, language, query: { q = '' } }) =>
    q.trim() === ''
      ? TE.right(withoutResult(q, undefined))
      : pipe(
          run(searchTitlesRoute, { query: { q } }),
          TE.map(({ body: found }): Search => ({ query: q, error: undefined, found })),
          TE.orElse(showError(language, q)),
        ),
  view: SearchView,
})
