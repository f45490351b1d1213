import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { RecordingsView } from '../../pages/surveillance/recordings-view'
import { surveillanceTitles } from '../../pages/surveillance/surveillance-texts'
import { videoViewers } from '../../http/access/caller-roles-of-routes'
import { listRecordingsRoute } from '../../http/resources/video/read-video-routes'
import { cursorOf } from '../page/cursor-of'
import { defineSitePage } from '../page/define-site-page'
import { withBranchName } from './with-branch-name'

/** The register of recordings. */
export const recordingsPage = defineSitePage({
  path: '/vagt',
  title: surveillanceTitles.recordings,
  roles: videoViewers,
  read: (request) =>
    pipe(
      request.run(listRecordingsRoute, { query: cursorOf(request) }),
      TE.map(({ body: { recordings, next } }) => ({
        ...{ next, recordings: recordings.map(withBranchName(request)) },
        maySee: request.caller.role === 'videoInvestigator',
      })),
    ),
  view: RecordingsView,
})
