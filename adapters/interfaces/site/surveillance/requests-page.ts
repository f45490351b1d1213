import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { RequestsView } from '../../pages/surveillance/requests-view'
import { surveillanceTitles } from '../../pages/surveillance/surveillance-texts'
import { readersOfVideoRequestsOnPages } from '../../http/access/caller-roles-of-routes'
import { listVideoRequestsRoute } from '../../http/resources/video/read-video-routes'
import { cursorOf } from '../page/cursor-of'
import { defineSitePage } from '../page/define-site-page'
import { withBranchName } from './with-branch-name'

/** All requests to look at video and for copies. */
export const requestsPage = defineSitePage({
  path: '/vagt/anmodninger',
  title: surveillanceTitles.requests,
  roles: readersOfVideoRequestsOnPages,
  read: (request) =>
    pipe(
      request.run(listVideoRequestsRoute, { query: cursorOf(request) }),
      TE.map(({ body: { requests, next } }) => ({ next, requests: requests.map(withBranchName(request)) })),
    ),
  view: RequestsView,
})
