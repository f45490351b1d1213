import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { RequestsView } from '../../pages/surveillance/requests-view'
import { surveillanceTitles } from '../../pages/surveillance/surveillance-texts'
import { listVideoRequestsRoute } from '../../http/resources/video/read-video-routes'
import { defineSitePage } from '../page/define-site-page'
import { cursorOf } from './cursor-of'
import { readersOfRequests } from './readers-of-requests'

/** All requests to look at video and for copies. */
export const requestsPage = defineSitePage({
  path: '/vagt/anmodninger',
  title: surveillanceTitles.requests,
  roles: readersOfRequests,
  read: ({ run, query }) =>
    pipe(
      run(listVideoRequestsRoute, { query: cursorOf(query) }),
      TE.map(({ body }) => body),
    ),
  view: RequestsView,
})
