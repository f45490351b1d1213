import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { LiveView } from '../../pages/surveillance/live-view'
import { surveillanceTitles } from '../../pages/surveillance/surveillance-texts'
import { viewLiveVideoRoute } from '../../http/resources/video/video-request-routes'
import { defineSitePage } from '../page/define-site-page'
import { camerasOfPolicy } from './cameras-of-policy'
import { splitCamera } from './split-camera'
import { toRequestPage } from './to-request-page'

/** The duty officer asks to look at the live picture of a camera. */
export const livePage = defineSitePage({
  path: '/vagt/live',
  title: surveillanceTitles.live,
  roles: ['dutyOfficer'],
  needsFreshLogIn: true,
  read: (request) => TE.right({ cameras: camerasOfPolicy(request) }),
  view: LiveView,
  forms: {
    look: ({ run, fields: { camera = '', ...reasons }, idempotencyKey }) =>
      pipe(
        run(viewLiveVideoRoute, { body: { ...reasons, ...splitCamera(camera) }, idempotencyKey }),
        TE.map(toRequestPage),
      ),
  },
})
