import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { RequestsView } from '../../pages/surveillance/requests-view'
import { surveillanceTitles } from '../../pages/surveillance/surveillance-texts'
import { readersOfVideoRequestsOnPages } from '../../http/access/caller-roles-of-routes'
import { listVideoRequestsRoute } from '../../http/resources/video/read-video-routes'
import { defineSitePage } from '../page/define-site-page'
import { cursorOf } from './cursor-of'

/** All requests to look at video and for copies. */
export const requestsPage = defineSitePage({
  path: '/vagt/anmodninger',
  title: surveillanceTitles.requests,
  roles: readersOfVideoRequestsOnPages,
  read: ({ run, query }) =>
    pipe(
      run(listVideoRequestsRoute, { query: cursorOf(query) }),
      TE.map(({ body }) => body),
    ),
  view: RequestsView,
})
