import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { readTitleRoute } from '../../http/resources/titles/read-title-route'
import { titleTexts } from '../../pages/title/title-texts'
import { TitleView } from '../../pages/title/title-view'
import { readBranches } from '../page/read-branches'
import { defineSitePage } from '../page/define-site-page'

/** A title of the catalogue. It reads no cookie, and nothing says who has looked at it. */
export const titlePage = defineSitePage({
  path: '/titel/:title',
  title: titleTexts.title,
  roles: 'anyone',
  read: (request) =>
    pipe(
      TE.Do,
      TE.bind('read', () => request.run(readTitleRoute, { params: request.params })),
      TE.bind('branches', () => readBranches(request)),
      TE.map(({ read: { body }, branches }) => {
        const { title, name, author, queue, copies } = body
        return { title, name, author, queue, copies, branches }
      }),
    ),
  view: TitleView,
})
