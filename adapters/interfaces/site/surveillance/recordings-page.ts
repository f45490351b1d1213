import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { RecordingsView } from '../../pages/surveillance/recordings-view'
import { surveillanceTitles } from '../../pages/surveillance/surveillance-texts'
import { videoViewers } from '../../http/access/caller-roles-of-routes'
import { listRecordingsRoute } from '../../http/resources/video/read-video-routes'
import type { RecordingSearch } from '../../pages/surveillance/shown-surveillance'
import { cursorOf } from '../page/cursor-of'
import { defineSitePage } from '../page/define-site-page'
import { filledFields } from '../page/filled-fields'
import type { PageRequest } from '../page/site-page'
import { camerasOfPolicy } from './cameras-of-policy'
import { splitCamera } from './split-camera'
import { withBranchName } from './with-branch-name'

/** What is searched for; fields that are left empty say nothing. */
const searchOf = ({ query }: PageRequest): RecordingSearch => {
  const { camera, day } = filledFields(query, ['camera', 'day'])
  return { camera, day }
}

const queryOf = ({ camera, day }: RecordingSearch) => ({
  ...(camera === undefined ? {} : splitCamera(camera)),
  ...(day === undefined ? {} : { day }),
})

/** The register of recordings. */
export const recordingsPage = defineSitePage({
  path: '/vagt',
  title: surveillanceTitles.recordings,
  roles: videoViewers,
  read: (request) => {
    const search = searchOf(request)
    return pipe(
      request.run(listRecordingsRoute, { query: { ...cursorOf(request), ...queryOf(search) } }),
      TE.map(({ body: { recordings, next } }) => ({
        ...{ next, search, recordings: recordings.map(withBranchName(request)) },
        ...{ cameras: camerasOfPolicy(request), maySee: request.caller.role === 'videoInvestigator' },
      })),
    )
  },
  view: RecordingsView,
})
