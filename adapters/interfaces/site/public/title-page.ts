import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { HttpFailure } from '../../http/problems/http-failure'
import { httpRequestFailure } from '../../http/problems/http-request-failure'
import { readTitleRoute } from '../../http/resources/titles/read-title-route'
import { titleTexts } from '../../pages/title/title-texts'
import { TitleView } from '../../pages/title/title-view'
import { readBranches } from '../page/read-branches'
import { defineSitePage } from '../page/define-site-page'

/** What cannot be a title number is one that the library does not have. */
const unknownWhenInvalid = (failure: HttpFailure): HttpFailure =>
  failure._tag === 'RequestIsInvalid' ? httpRequestFailure('TitleIsUnknown') : failure

/** A title of the catalogue. It reads no cookie, and nothing says who has looked at it. */
export const titlePage = defineSitePage({
  path: '/titel/:title',
  title: titleTexts.title,
  roles: 'anyone',
  read: (request) =>
    pipe(
      TE.Do,
      TE.bind('read', () =>
        pipe(request.run(readTitleRoute, { params: request.params }), TE.mapLeft(unknownWhenInvalid)),
      ),
      TE.bind('branches', () => readBranches(request)),
      TE.map(({ read: { body }, branches }) => {
        const { title, name, author, queue, copies } = body
        return { title, name, author, queue, copies, branches }
      }),
    ),
  titleOf: ({ name }) => name,
  view: TitleView,
})
